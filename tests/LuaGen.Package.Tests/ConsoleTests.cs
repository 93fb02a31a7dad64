namespace LuaGen.Package.Tests;

/// <summary>A console project with the package, a script and a call: built, run against a server, and rebuilt after the script changes.</summary>
public sealed class ConsoleTests(PackageFixture package) : IClassFixture<PackageFixture>
{
    private const string Increase = """
        -- Counts up.
        -- KEYS[1] counter
        -- ARGV[1] by: long = 1
        -- RETURNS long
        return redis.call('INCRBY', KEYS[1], ARGV[1])
        """;

    /// <summary>Calls the script through the interface, which proves that class and interface exist, and lists all scripts.</summary>
    private const string Program = """
        using StackExchange.Redis;

        using var connection = await ConnectionMultiplexer.ConnectAsync(Environment.GetEnvironmentVariable("REDIS")!);
        ICountersScripts counters = new CountersScripts(connection.GetDatabase());
        RedisKey key = "package:" + Guid.NewGuid();
        Console.WriteLine("counted " + (await counters.IncreaseAsync(key, 41) + await counters.IncreaseAsync(key)));
        Console.WriteLine("scripts " + string.Join(' ', ShopLuaGenScripts.All.Select(script => script.Name).Order()));
        """;

    [ServerProcessFact]
    public async Task Builds_runs_and_follows_its_scripts()
    {
        using var server = RedisServerProcess.Start();
        using var consumer = new Consumer(package);
        var redis = new Dictionary<string, string> { ["REDIS"] = server.ConnectionString };
        consumer.Write("Shop.csproj", Consumer.Project("<RootNamespace>Shop</RootNamespace><EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>"));
        consumer.Write("Program.cs", Program);
        consumer.Write("Scripts/Counters/increase.lua", Increase);

        (await consumer.BuildAsync()).Succeeds();
        Assert.Equal(["counted 83", "scripts Increase"], await LinesAsync(consumer, redis));
        ShowsItsSourcesWithoutPaths(consumer);

        consumer.Write("Scripts/Counters/increase.lua", Increase.Replace("ARGV[1])", "ARGV[1] * 10)", StringComparison.Ordinal));
        consumer.Write("Scripts/Counters/reset.lua", "-- KEYS[1] counter\n-- RETURNS nothing\nredis.call('DEL', KEYS[1])\n");
        (await consumer.BuildAsync("--no-restore")).Succeeds();
        Assert.Equal(["counted 830", "scripts Increase Reset"], await LinesAsync(consumer, redis));

        File.Delete(consumer.PathOf("Scripts/Counters/reset.lua"));
        (await consumer.BuildAsync("--no-restore")).Succeeds();
        Assert.Equal(["counted 830", "scripts Increase"], await LinesAsync(consumer, redis));
    }

    private static async Task<string[]> LinesAsync(Consumer consumer, Dictionary<string, string> environment)
    {
        var run = await consumer.RunAsync(environment, "run", "--no-build");
        run.Succeeds();
        return [.. run.Output.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("counted ", StringComparison.Ordinal) || line.StartsWith("scripts ", StringComparison.Ordinal))];
    }

    private static void ShowsItsSourcesWithoutPaths(Consumer consumer)
    {
        var sources = Directory.GetFiles(consumer.PathOf("obj"), "*.g.cs", SearchOption.AllDirectories).Where(path => path.Contains("LuaGen.Generator", StringComparison.Ordinal)).ToArray();

        Assert.Contains(sources, path => path.EndsWith("CountersScripts.g.cs", StringComparison.Ordinal));
        Assert.All(sources, path => Assert.DoesNotContain(consumer.Folder, File.ReadAllText(path), StringComparison.Ordinal));
    }
}
