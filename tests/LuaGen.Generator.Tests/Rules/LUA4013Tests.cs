using LuaGen.Generator.Tests.Hosting;

namespace LuaGen.Generator.Tests.Rules;

/// <summary>The project's list of servers has no file, so only a host can report it.</summary>
public sealed class LUA4013Tests
{
    private static readonly TestScript Script = new("Scripts/Test/Script.lua", "-- KEYS[1] k\nreturn redis.call('GET', KEYS[1])");

    [Theory]
    [InlineData("valky 8.0", "valky 8.0")]
    [InlineData("redis 7.2|keydb|valkey 99", "keydb', 'valkey 99")]
    public async Task One_warning_lists_the_known_servers(string servers, string named)
    {
        var finding = Assert.Single(await FindingsAsync(servers));

        Assert.EndsWith($"warning LUA4013: '{named}' in `LuaGenServers` is not a known server: write redis 2.6 to 8.10, valkey 7.2 to 9.1, garnet, dragonfly", finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("redis 7.2|valkey 8.0|garnet|dragonfly")]
    public async Task Known_servers_are_left_alone(string servers) => Assert.Empty(await FindingsAsync(servers));

    private static async Task<string[]> FindingsAsync(string servers) =>
        [.. (await GeneratorHost.FindingsAsync(new TestOptions { Properties = { ["_LuaGenServers"] = servers } }, Script)).Where(finding => finding.Contains("LUA4013", StringComparison.Ordinal))];
}
