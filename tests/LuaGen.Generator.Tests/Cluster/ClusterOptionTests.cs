using LuaGen.Generator.Hosting;
using LuaGen.Generator.Tests.Hosting;
using LuaGen.Language.Projects;

namespace LuaGen.Generator.Tests.Cluster;

/// <summary>A project that does not use a cluster turns the cluster rules off with one property.</summary>
public sealed class ClusterOptionTests
{
    private const string Script = """
        redis.call('INCR', 'writes')
        redis.call('INCR', 'calls')
        redis.call('INCR', KEYS[1] .. ':log')
        return redis.call('GET', ARGV[1])
        """;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("true")]
    [InlineData("nonsense")]
    public void Rules_of_clusters_hold_by_default(string? property) => Assert.Equal([3006, 6001, 6002, 6003], Rules(new TestScript("Scripts/Test/Script.lua", Script), property));

    [Theory]
    [InlineData("false")]
    [InlineData("False")]
    public void The_project_switches_them_off(string property) => Assert.Equal([3006], Rules(new TestScript("Scripts/Test/Script.lua", Script), property));

    [Fact]
    public void A_change_of_it_compiles_a_script_again_although_its_text_is_the_same()
    {
        var script = new TestScript("Scripts/Test/Script.lua", Script);

        Assert.Equal([3006], Rules(script, "false"));
        Assert.Equal([3006, 6001, 6002, 6003], Rules(script, "true"));
    }

    [Fact]
    public void The_package_lets_the_compiler_see_the_property() => Assert.Contains(
        "<CompilerVisibleProperty Include=\"LuaGenCluster\" />",
        File.ReadAllText(Repository.PathOf("runtime", "LuaGen", "buildTransitive", "LuaGen.props")),
        StringComparison.Ordinal);

    private static int[] Rules(TestScript script, string? property)
    {
        var options = new TestOptions();
        if (property is not null)
        {
            options.Properties["LuaGenCluster"] = property;
        }

        var file = ScriptFile.From(script, options, ProjectOptions.From(options.GlobalOptions));
        return [.. file.Compile(CancellationToken.None).Findings.Select(finding => finding.Rule.Number).Where(rule => rule is 3006 or > 6000).Order()];
    }
}
