using LuaGen.Generator.Hosting;
using LuaGen.Generator.Reporting;
using LuaGen.Generator.Tests.Hosting;
using LuaGen.Language.Projects;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LuaGen.Generator.Tests.Commands;

/// <summary>The oldest server is taken from the script, then from the project, and defaults to 7.0.</summary>
public sealed class MinServerTests
{
    private const string Script = """
        -- KEYS[1] k
        return redis.call('HEXPIRE', KEYS[1], 10, 'FIELDS', 1, 'f')
        """;

    [Theory]
    [InlineData(null, "7.0")]
    [InlineData("", "7.0")]
    [InlineData("nonsense", "7.0")]
    [InlineData("6.2", "6.2")]
    [InlineData("7.2.4", "7.2.4")]
    public async Task The_project_says_it(string? property, string shown)
    {
        var message = Assert.Single(await MessagesAsync(Script, property));

        Assert.Equal($"HEXPIRE needs Redis 7.4, but the script must run on Redis {shown}: declare `-- @since 7.4`, or avoid it", message);
    }

    [Theory]
    [InlineData("7.4")]
    [InlineData("7.4.1")]
    [InlineData("8")]
    public async Task A_new_project_gets_no_warning(string property) => Assert.Empty(await MessagesAsync(Script, property));

    [Fact]
    public async Task The_script_says_it_better()
    {
        Assert.Empty(await MessagesAsync("-- @since 7.4\n" + Script, "6.2"));
        Assert.Single(await MessagesAsync("-- @since 7.2\n" + Script, "8.0"));
    }

    [Fact]
    public void A_change_of_it_compiles_a_script_again_although_its_text_is_the_same()
    {
        var script = new TestScript("Scripts/Test/Script.lua", Script);

        Assert.Single(Findings("7.0"));
        Assert.Empty(Findings("7.4"));

        IEnumerable<Finding> Findings(string version)
        {
            var options = Options(version);
            var file = ScriptFile.From(script, options, ProjectOptions.From(options.GlobalOptions));
            return file.Compile(CancellationToken.None).Findings.Where(finding => finding.Rule == Rule.NewerCommand);
        }
    }

    [Fact]
    public void The_package_lets_the_compiler_see_the_property() => Assert.Contains(
        "<CompilerVisibleProperty Include=\"RedisMinServerVersion\" />",
        File.ReadAllText(Repository.PathOf("runtime", "LuaGen", "buildTransitive", "LuaGen.props")),
        StringComparison.Ordinal);

    [Fact]
    public void The_package_passes_the_list_of_servers_without_semicolons()
    {
        Assert.Contains("<CompilerVisibleProperty Include=\"_LuaGenServers\" />", File.ReadAllText(Repository.PathOf("runtime", "LuaGen", "buildTransitive", "LuaGen.props")), StringComparison.Ordinal);
        Assert.Contains("<_LuaGenServers>$(LuaGenServers.Replace(';', '|'))</_LuaGenServers>", File.ReadAllText(Repository.PathOf("runtime", "LuaGen", "build", "LuaGen.targets")), StringComparison.Ordinal);
    }

    private static TestOptions Options(string? version)
    {
        var options = new TestOptions();
        if (version is not null)
        {
            options.Properties["RedisMinServerVersion"] = version;
        }

        return options;
    }

    private static async Task<string[]> MessagesAsync(string lua, string? version)
    {
        AdditionalText script = new TestScript("Scripts/Test/Script.lua", lua);
        var compilation = GeneratorHost.Compilation().WithOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var options = new AnalyzerOptions([script], Options(version));
        var diagnostics = await compilation.WithAnalyzers([new ScriptAnalyzer()], options).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return [.. diagnostics.Where(diagnostic => diagnostic.Id == "LUA4007").Select(diagnostic => diagnostic.GetMessage(null))];
    }
}
