using LuaGen.Generator.Findings;
using LuaGen.Generator.Model;
using LuaGen.Generator.Tests.Hosting;
using LuaGen.TestServers;
using Microsoft.CodeAnalysis.Text;
using StackExchange.Redis;

namespace LuaGen.Generator.Tests.Rules;

/// <summary>A script that is wrong in every line: the build has one thing to say of each, and the server fails in each.</summary>
public sealed class CommandMessageTests
{
    private static readonly string Folder = Repository.PathOf("tests", "LuaGen.Generator.Tests", "Rules");

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Folder, "command-messages.lua"));

    [Fact]
    public async Task Every_line_gets_one_message()
    {
        var findings = await GeneratorHost.FindingsAsync(string.Join('\n', Lines), "command-messages.lua");

        Expected.Matches(Path.Combine(Folder, "command-messages.txt"), string.Concat(findings.Where(finding => finding.Contains(": warning LUA4", StringComparison.Ordinal)).Select(finding => finding + "\n")));
        Assert.Equal(Enumerable.Range(2, Lines.Length - 1), Warnings(string.Join('\n', Lines)));
    }

    [ServerFact]
    public async Task Every_line_fails_on_the_server()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);
        foreach (var line in Lines.Skip(1))
        {
            await Assert.ThrowsAsync<RedisServerException>(() =>
                connection.GetDatabase().ScriptEvaluateAsync($"{Lines[0]}\n{line}", [$"messages:{Guid.NewGuid()}"], ["on"]));
        }
    }

    /// <summary>The lines of what is more than an info.</summary>
    private static IEnumerable<int> Warnings(string script)
    {
        var text = SourceText.From(script);
        return ScriptCompiler.Compile(new ScriptSource("Scripts/Test/Script.lua", script, IsUtf8: true, "Consumer", ClassName: null), CancellationToken.None)
            .Findings.Where(finding => finding.Rule.Severity() == Severity.Warning)
            .Select(finding => text.Lines.GetLinePosition(finding.Span.Start).Line + 1);
    }
}
