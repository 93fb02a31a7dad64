using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using ShopApi;
using ShopApi.Endpoints;
using ShopApi.Hosting;
using StackExchange.Redis;

var builder = WebApplication.CreateBuilder(args);
var redis = builder.Configuration.GetConnectionString("Redis") ?? "localhost:6379";

builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(redis));
builder.Services.AddShopApiLuaGenScripts();
builder.Services.PreloadShopApiLuaGenScripts();

builder.Services.AddHealthChecks().AddCheck<RedisHealthCheck>("redis");
builder.Services.AddOpenApi();

// dotnet run --project samples/Api -- --Telemetry console
if (builder.Configuration["Telemetry"] == "console")
{
    builder.Services.AddOpenTelemetry()
        .WithTracing(tracing => tracing.AddSource("LuaGen").AddConsoleExporter())
        .WithMetrics(metrics => metrics.AddMeter("LuaGen").AddConsoleExporter());
}

var app = builder.Build();

app.UseDefaultFiles();
app.UseStaticFiles();
app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), limited => limited.UseMiddleware<RateLimitMiddleware>());

app.MapOpenApi();
app.MapHealthChecks("/health");
app.MapStock();
app.MapBoards();
app.MapTransfers();

app.Run();
