using LuaGen.Generator.Tests.Hosting;
using LuaGen.Language;
using LuaGen.Language.Model;
using LuaGen.Language.Rules;
using LuaGen.TestServers;
using Microsoft.CodeAnalysis.Text;
using StackExchange.Redis;

namespace LuaGen.Generator.Tests.Rules;

/// <summary>Scripts that are wrong in every line: the build has one thing to say of each, and the server fails in each.</summary>
public sealed class CommandMessageTests
{
    private static readonly string Folder = Repository.PathOf("tests", "LuaGen.Generator.Tests", "Rules");

    [Theory]
    [InlineData("command-messages", "LUA4")]
    [InlineData("sandbox-messages", "LUA5")]
    public async Task Every_line_gets_one_message(string name, string rules)
    {
        var lines = LinesOf(name);
        var findings = await GeneratorHost.FindingsAsync(string.Join('\n', lines), name + ".lua");

        Expected.Matches(Path.Combine(Folder, name + ".txt"), string.Concat(findings.Where(finding => finding.Contains($": warning {rules}", StringComparison.Ordinal)).Select(finding => finding + "\n")));
        Assert.Equal(Enumerable.Range(2, lines.Length - 1), Warnings(string.Join('\n', lines)));
    }

    [ServerTheory]
    [InlineData("command-messages")]
    [InlineData("sandbox-messages")]
    public async Task Every_line_fails_on_the_server(string name)
    {
        var lines = LinesOf(name);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);
        foreach (var line in lines.Skip(1))
        {
            await Assert.ThrowsAsync<RedisServerException>(() =>
                connection.GetDatabase().ScriptEvaluateAsync($"{lines[0]}\n{line}", [$"messages:{Guid.NewGuid()}"], ["on"]));
        }
    }

    private static string[] LinesOf(string name) => File.ReadAllLines(Path.Combine(Folder, name + ".lua"));

    /// <summary>The lines of what is more than an info.</summary>
    private static IEnumerable<int> Warnings(string script)
    {
        var text = SourceText.From(script);
        return TestCompiler.Compile(script)
            .Findings.Where(finding => finding.Rule.Severity == Severity.Warning)
            .Select(finding => text.Lines.GetLinePosition(finding.Span.Start).Line + 1)
            .Order();
    }
}
