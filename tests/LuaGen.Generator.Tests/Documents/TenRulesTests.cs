using LuaGen.Generator.Tests.Hosting;

namespace LuaGen.Generator.Tests.Documents;

/// <summary>
/// The ten rules of the first page are rows of <c>generator/rules/examples.md</c>, which ExampleTests compares with the compiler and
/// with a server; <c>LUAGEN_UPDATE_FIXTURES=1</c> updates them.
/// </summary>
public sealed class TenRulesTests
{
    private static readonly string[] Chosen =
        ["LUA1001", "LUA1002", "LUA2003", "LUA3001", "LUA4001", "LUA4002", "LUA5001", "LUA5020", "LUA5024", "LUA6001"];

    [Fact]
    public void The_first_page_shows_ten()
    {
        var rows = File.ReadLines(Repository.PathOf("generator", "rules", "examples.md"))
            .Where(line => Chosen.Any(id => line.StartsWith($"| [{id}]", StringComparison.Ordinal)))
            .Select(line => line.Split(" | "))
            .Select(cells => $"{cells[0].Replace("](", "](https://github.com/luagen/LuaGen/blob/main/generator/rules/", StringComparison.Ordinal)} | {cells[1]} | {cells[2]} |")
            .ToList();

        Assert.Equal(Chosen.Length, rows.Count);
        WrittenSection.Matches(Repository.PathOf("README.md"), "ten rules", ["| rule | script | the build says |", "|---|---|---|", .. rows]);
    }
}
