using LuaGen.Language.Rules;
using LuaGen.Language.Text;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Rules;

/// <summary>Scripts with an error in every line: the build reports each line once, and the server fails in each.</summary>
public sealed class CommandMessageTests
{
    private static readonly string Folder = Repository.PathOf("tests", "LuaGen.Language.Tests", "Rules");

    [Theory]
    [InlineData("command-messages", "LUA4")]
    [InlineData("sandbox-messages", "LUA5")]
    public void Every_line_gets_one_message(string name, string rules)
    {
        var lines = LinesOf(name);
        var warnings = Warnings(name + ".lua", string.Join('\n', lines));

        Expected.Matches(
            Path.Combine(Folder, name + ".txt"),
            string.Concat(warnings.Where(warning => warning.Text.Contains($": warning {rules}", StringComparison.Ordinal)).Select(warning => warning.Text + "\n")));
        Assert.Equal(Enumerable.Range(2, lines.Length - 1), warnings.Select(warning => warning.Line));
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

    /// <summary>The findings above info, as a build prints them, with their lines.</summary>
    private static List<(int Line, string Text)> Warnings(string path, string script)
    {
        var lines = new LineMap(script);
        return [.. TestCompiler.Compile(script, path).Findings.Where(finding => finding.Rule.Severity == Severity.Warning).OrderBy(finding => finding.Span.Start).Select(Print)];

        (int Line, string Text) Print(Finding finding)
        {
            var start = lines.GetPosition(finding.Span.Start);
            return (start.Line + 1, $"{path}({start.Line + 1},{start.Column + 1}): warning {finding.Rule.Id}: {TestCompiler.Message(finding)}");
        }
    }
}
