namespace LuaGen.Package.Tests;

/// <summary>What a build reports about faulty scripts, and how a consumer can configure it.</summary>
public sealed class SeverityTests(PackageFixture package) : IClassFixture<PackageFixture>
{
    private static string Beyond(string severity) =>
        $"Scripts/Orders/Read.lua(3,26): {severity} LUA3001: KEYS[2] is always nil, because the header declares only one: declare `-- KEYS[2] name` or correct the index";

    [Fact]
    public async Task A_warning_is_what_the_project_makes_of_it()
    {
        using var consumer = new Consumer(package);
        consumer.Write("Orders.csproj", Consumer.Project("<WarningsAsErrors>$(AsErrors)</WarningsAsErrors>", output: "Library"));
        consumer.Write("Scripts/Orders/Read.lua", "-- KEYS[1] order\nredis.call('DEL', KEYS[1])\nreturn redis.call('GET', KEYS[2])\n");

        var plain = await consumer.BuildAsync();
        plain.Succeeds();
        Assert.Equal([consumer.PathOf(Beyond("warning"))], plain.Lines("LUA3001"));

        // The project was already built, so another build reports something only if its inputs differ.
        var silenced = await AgainAsync(consumer, "-p:NoWarn=LUA3001");
        silenced.Succeeds();
        Assert.Empty(silenced.Lines("LUA3001"));

        var raised = await AgainAsync(consumer, "-p:AsErrors=LUA3001");
        raised.Fails();
        Assert.Equal([consumer.PathOf(Beyond("error"))], raised.Lines("LUA3001"));

        // The SDK looks for the file in the folders of C# files.
        consumer.Write("Orders.cs", "public sealed class Order;");
        consumer.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.LUA3001.severity = none\ndotnet_diagnostic.LUA4010.severity = warning\n");
        var configured = await AgainAsync(consumer);
        configured.Succeeds();
        Assert.Empty(configured.Lines("LUA3001"));
    }

    [Fact]
    public async Task Errors_stay_where_analyzers_do_not_run_and_infos_are_lifted_on_request()
    {
        using var consumer = new Consumer(package);
        consumer.Write("Orders.csproj", Consumer.Project(output: "Library"));
        consumer.Write("Scripts/Orders/Broken.lua", "-- KEYS[1] order\nreturn redis.call('GET', KEYS[1]\n");
        consumer.Write("Scripts/Orders/Read.lua", "-- KEYS[1] order\nreturn redis.call('GET', KEYS[1])\n");
        const string Error = "Scripts/Orders/Broken.lua(3,1): error LUA1001: ";

        var plain = await consumer.BuildAsync();
        plain.Fails();
        Assert.StartsWith(consumer.PathOf(Error), Assert.Single(plain.Lines("LUA1001")), StringComparison.Ordinal);
        Assert.Empty(plain.Lines("LUA4010"));

        var without = await AgainAsync(consumer, "-p:RunAnalyzers=false");
        without.Fails();
        Assert.StartsWith(consumer.PathOf(Error), Assert.Single(without.Lines("LUA1001")), StringComparison.Ordinal);

        consumer.Write("Scripts/Orders/Broken.lua", "-- KEYS[1] order\nreturn redis.call('GET', KEYS[1])\n");
        var lifted = await AgainAsync(consumer, "-p:LuaGenInfoAsWarning=true");
        lifted.Succeeds();
        Assert.Equal(2, lifted.Lines("LUA4010").Length);
        Assert.All(lifted.Lines("LUA4010"), line => Assert.Contains(": warning LUA4010: ", line, StringComparison.Ordinal));
    }

    private static Task<DotNetResult> AgainAsync(Consumer consumer, params string[] more) => consumer.BuildAsync(["--no-restore", "--no-incremental", .. more]);
}
