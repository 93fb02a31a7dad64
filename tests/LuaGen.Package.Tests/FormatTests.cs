namespace LuaGen.Package.Tests;

/// <summary><c>dotnet format</c> works on a project with scripts in strings, although its workspace cannot add <c>.lua</c> files.</summary>
public sealed class FormatTests(PackageFixture package) : IClassFixture<PackageFixture>
{
    private const string Calls = """
        using StackExchange.Redis;

        public sealed class Calls(IDatabase database)
        {
            public async Task<long> NextAsync(string key) =>
                (long)await database.ScriptEvaluateAsync("return redis.call('INCR', KEYS[1])", [key]);
        }

        """;

    [Fact]
    public async Task Does_not_fail_and_changes_nothing()
    {
        using var consumer = new Consumer(package);
        consumer.Write("Shop.csproj", Consumer.Project(output: "Library"));
        consumer.Write("Calls.cs", Calls);
        consumer.Write("Scripts/Next.lua", "return redis.call('INCR', KEYS[1])\n");
        var build = await consumer.BuildAsync("-p:LuaGenInfoAsWarning=true");

        // Both are findings with a fix that an editor offers.
        Assert.Single(build.Lines("LUA7009"));
        Assert.Single(build.Lines("LUA2007"));
        foreach (var arguments in new string[][] { ["format", "--no-restore"], ["format", "--no-restore", "--severity", "info"] })
        {
            var format = await consumer.RunAsync(null, arguments);

            format.Succeeds();
            Assert.DoesNotContain("xception", format.Output, StringComparison.Ordinal);
            Assert.Equal(Calls, await File.ReadAllTextAsync(consumer.PathOf("Calls.cs")));
        }
    }
}
