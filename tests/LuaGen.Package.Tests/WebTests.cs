namespace LuaGen.Package.Tests;

/// <summary>A web application: registrations of each kind, an interface as a parameter, an error that a script raises, a batch, preloading.</summary>
public sealed class WebTests(PackageFixture package) : IClassFixture<PackageFixture>
{
    private const string Client = """<PackageReference Include="StackExchange.Redis" Version="3.4.35" />""";

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

    /// <summary>A script whose reply is a record that a handler returns: in a project of its own, where other generators see it.</summary>
    private const string Take = """
        -- KEYS[1] stock
        -- ARGV[1] quantity: int
        -- RETURNS state: 'TAKEN' | 'SHORT'
        -- RETURNS left: long
        local left = redis.call('DECRBY', KEYS[1], ARGV[1])
        return { left >= 0 and 'TAKEN' or 'SHORT', left }
        """;

    private const string Program = """
        using System.Reflection;
        using System.Text.Json.Serialization;
        using StackExchange.Redis;
        using StackExchange.Redis.KeyspaceIsolation;

        var redis = Environment.GetEnvironmentVariable("REDIS")!;
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Warning).AddFilter("LuaGen", LogLevel.Information);

        builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(redis));
        builder.Services.AddLocksScripts();
        builder.Services.AddCartsScripts(ShopJson.Default);

        builder.Services.AddLocksScripts(provider => provider.GetRequiredService<IConnectionMultiplexer>().GetDatabase().WithKeyPrefix("eu:"), serviceKey: "eu");
        builder.Services.AddKeyedSingleton<IConnectionMultiplexer>("orders", (_, _) => ConnectionMultiplexer.Connect(redis + ",defaultDatabase=1"));
        builder.Services.AddShopLuaGenScripts(ShopJson.Default, serviceKey: "orders");

        builder.Services.PreloadShopLuaGenScripts();

        builder.Services.AddKeyedSingleton<IConnectionMultiplexer>("down", (_, _) => ConnectionMultiplexer.Connect("127.0.0.1:1,connectTimeout=100,connectRetry=0"));
        builder.Services.PreloadShopLuaGenScripts(serviceKey: "down");

        builder.Services.AddStockScripts();
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, ShopJson.Default));

        await using var app = builder.Build();

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

        app.MapPost("/stock/{product}", async (string product, IStockScripts stock) => await stock.TakeAsync($"stock:{product}", 1));

        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        foreach (var path in new[] { "tills/1/ann", "tills/1/bob", "carts/1/a", "carts/1/b", "carts/1/c" })
        {
            Console.WriteLine($"web {path} {(await client.PostAsync(path, null)).StatusCode}");
        }

        Console.WriteLine("web " + await (await client.PostAsync("stock/a", null)).Content.ReadAsStringAsync());

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

        var european = app.Services.GetRequiredKeyedService<ILocksScripts>("eu");
        Console.WriteLine($"web {await european.AcquireAsync("lock:9", "ann", hold)} {await database.KeyExistsAsync("eu:lock:9")}");

        var orders = app.Services.GetRequiredKeyedService<ICartsScripts>("orders");
        Console.WriteLine($"web {await orders.AddAsync("cart:9", "a", new Note("x"))} {await app.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase(1).KeyExistsAsync("cart:9")}");

        var second = database.CreateBatch();
        var call = app.Services.GetRequiredService<ILocksScripts>().On(second).AcquireAsync("lock:10", "ann", hold);
        second.Execute();
        Console.WriteLine("web " + await call);

        Console.WriteLine("web " + await app.Services.GetRequiredService<IConnectionMultiplexer>().GetServers()[0].ScriptExistsAsync(LocksScripts.Definitions.Acquire.Text));
        var transport = Type.GetType("LuaGen.ScriptTransport, LuaGen")!.GetField("Current", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        Console.WriteLine("web by " + transport.GetType().Name);
        await app.StopAsync();

        public sealed record Note(string Text);

        [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
        [JsonSerializable(typeof(Note))]
        [JsonSerializable(typeof(StockScripts.TakeReply))]
        internal sealed partial class ShopJson : JsonSerializerContext;
        """;

    /// <summary>
    /// Published with Native AOT, and thereby with the request delegate generator, which does not see LuaGen's output and
    /// copies the type name as written in the handler. Where no linker is installed, the application runs on the runtime.
    /// </summary>
    [ServerProcessFact]
    public async Task Registers_runs_and_tells_errors()
    {
        using var server = RedisServerProcess.Start();
        using var consumer = new Consumer(package);
        consumer.Write("Stock/Stock.csproj", Consumer.Project("<IsAotCompatible>true</IsAotCompatible>", Client, output: "Library"));
        consumer.Write("Stock/Scripts/Stock/Take.lua", Take);
        consumer.Write("Shop/Shop.csproj", Consumer.Project(
            "<PublishAot>true</PublishAot><InvariantGlobalization>true</InvariantGlobalization><TreatWarningsAsErrors>true</TreatWarningsAsErrors>",
            Client + """
            <ProjectReference Include="../Stock/Stock.csproj" />
            <Using Include="Stock" />
            """).Replace("Microsoft.NET.Sdk", "Microsoft.NET.Sdk.Web", StringComparison.Ordinal));
        consumer.Write("Shop/Program.cs", Program);
        consumer.Write("Shop/Scripts/Locks/acquire.lua", Acquire);
        consumer.Write("Shop/Scripts/Carts/add.lua", Add);
        var redis = new Dictionary<string, string> { ["REDIS"] = server.ConnectionString };

        var output = HasLinker ? await PublishAndRunAsync(consumer, redis) : await RunAsync(consumer, redis);

        Assert.Equal(
            [
                "web tills/1/ann OK", "web tills/1/bob Conflict", "web carts/1/a OK", "web carts/1/b OK", "web carts/1/c UnprocessableEntity",
                """web {"state":"SHORT","left":-1}""", "web a gift", "web False True True", "web True True", "web 1 True", "web True", "web True", "web by LeasedTransport",
            ],
            output.Split('\n').Where(line => line.StartsWith("web ", StringComparison.Ordinal)));
        Assert.Contains("Loaded 2 of 2 scripts", output, StringComparison.Ordinal);
        Assert.Contains("fail: LuaGen.ShopLuaGenScripts", output, StringComparison.Ordinal);
        Assert.Contains("The scripts were not loaded.", output, StringComparison.Ordinal);
    }

    private static bool HasLinker => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "clang")) || File.Exists(Path.Combine(folder, "gcc")));

    private static async Task<string> RunAsync(Consumer consumer, Dictionary<string, string> environment)
    {
        var run = await consumer.RunAsync(environment, "run", "--project", "Shop");
        run.Succeeds();
        return run.Output;
    }

    private static async Task<string> PublishAndRunAsync(Consumer consumer, Dictionary<string, string> environment)
    {
        var publish = await consumer.RunAsync(null, "publish", "Shop", "--use-current-runtime", "-tl:off", "--nologo", "-o", consumer.PathOf("published"));
        publish.Succeeds();
        Assert.False(File.Exists(consumer.PathOf("published/Shop.dll")));
        return await consumer.RunProgramAsync("published/Shop", environment);
    }
}
