namespace LuaGen.Package.Tests;

/// <summary>A web application: registrations, an interface as a parameter, an error that a script raises, a batch.</summary>
[Collection(SharedPackage.Name)]
public sealed class WebTests(PackageFixture package)
{
    private const string Acquire = """
        -- Takes the lock for an owner.
        -- KEYS[1] lock
        -- ARGV[1] owner: string
        -- ARGV[2] hold: milliseconds
        -- RETURNS bool
        return redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) and 1 or 0
        """;

    private const string Add = """
        -- Adds to a cart.
        -- KEYS[1] cart
        -- ARGV[1] product: string
        -- ARGV[2] note: json<Note>
        -- RETURNS long
        -- RAISES CART_FULL   Two products are in it.
        if redis.call('HLEN', KEYS[1]) >= 2 then return redis.error_reply('CART_FULL there are two') end
        return redis.call('HSET', KEYS[1], ARGV[1], cjson.decode(ARGV[2]).text)
        """;

    private const string Program = """
        using System.Text.Json.Serialization;
        using LuaGen;
        using Shop;
        using StackExchange.Redis;

        var redis = Environment.GetEnvironmentVariable("REDIS")!;
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();

        builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(redis));
        builder.Services.AddLocksScripts();
        builder.Services.AddCartsScripts(ShopJson.Default);

        var app = builder.Build();

        app.MapPost("/tills/{till}/{owner}", async (string till, string owner, ILocksScripts locks, CancellationToken stop) =>
            await locks.AcquireAsync($"lock:{till}", owner, TimeSpan.FromSeconds(30), cancellationToken: stop)
                ? Results.Ok()
                : Results.Conflict());

        app.MapPost("/carts/{cart}/{product}", async (string cart, string product, ICartsScripts carts) =>
        {
            try
            {
                await carts.AddAsync($"cart:{cart}", product, new Note("a gift"));
                return Results.Ok();
            }
            catch (ScriptException error) when (error.Code == CartsScripts.AddErrors.CartFull)
            {
                return Results.UnprocessableEntity();
            }
        });

        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        foreach (var path in new[] { "tills/1/ann", "tills/1/bob", "carts/1/a", "carts/1/b", "carts/1/c" })
        {
            Console.WriteLine($"web {path} {(await client.PostAsync(path, null)).StatusCode}");
        }

        var database = app.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase();
        Console.WriteLine("web " + await database.HashGetAsync("cart:1", "a"));

        RedisKey[] tills = ["lock:1", "lock:2", "lock:3"];
        var hold = TimeSpan.FromSeconds(30);

        var batch = database.CreateBatch();
        var locks = new LocksScripts(batch);
        Task<bool>[] calls = [.. tills.Select(till => locks.AcquireAsync(till, "ann", hold).AsTask())];
        batch.Execute();
        bool[] taken = await Task.WhenAll(calls);

        Console.WriteLine("web " + string.Join(' ', taken));
        await app.StopAsync();

        namespace Shop
        {
            public sealed record Note(string Text);

            [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
            [JsonSerializable(typeof(Note))]
            internal sealed partial class ShopJson : JsonSerializerContext;
        }
        """;

    /// <summary>
    /// Uses the request delegate generator, which <c>PublishAot</c> turns on. That generator does not see LuaGen's output and
    /// copies the type name as written in the handler: without the global using, its code fails to compile.
    /// </summary>
    [ServerProcessFact]
    public async Task Registers_runs_and_tells_errors()
    {
        using var server = RedisServerProcess.Start();
        using var consumer = new Consumer(package);
        consumer.Write("Shop.csproj", Consumer.Project(
            "<IsAotCompatible>true</IsAotCompatible><EnableRequestDelegateGenerator>true</EnableRequestDelegateGenerator><TreatWarningsAsErrors>true</TreatWarningsAsErrors>",
            """<Using Include="Shop" />""").Replace("Microsoft.NET.Sdk", "Microsoft.NET.Sdk.Web", StringComparison.Ordinal));
        consumer.Write("Program.cs", Program);
        consumer.Write("Scripts/Locks/acquire.lua", Acquire);
        consumer.Write("Scripts/Carts/add.lua", Add);

        var run = await consumer.RunAsync(new Dictionary<string, string> { ["REDIS"] = server.ConnectionString }, "run");

        run.Succeeds();
        Assert.Equal(
            ["web tills/1/ann OK", "web tills/1/bob Conflict", "web carts/1/a OK", "web carts/1/b OK", "web carts/1/c UnprocessableEntity", "web a gift", "web False True True"],
            run.Output.Split('\n').Where(line => line.StartsWith("web ", StringComparison.Ordinal)));
    }
}
