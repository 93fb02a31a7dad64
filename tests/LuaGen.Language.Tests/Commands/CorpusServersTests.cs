using LuaGen.Language.Commands;
using LuaGen.Language.Rules;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Commands;

/// <summary>The scripts of the corpus and of the sample, for every server that a project can name.</summary>
public sealed class CorpusServersTests
{
    private const string AllServers = "redis 7.0; valkey 7.2; garnet; dragonfly";

    private static readonly string[] Paths =
    [
        .. new[] { Repository.PathOf("tests", "Corpus"), Repository.PathOf("samples", "Shop", "Scripts") }
            .SelectMany(folder => Directory.GetFiles(folder, "*.lua", SearchOption.AllDirectories)).Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Servers =>
    [
        "redis 6.2", "redis 7.0", "redis 7.2", "redis 7.4", "redis 8.0", "redis 8.10", "valkey 7.2", "valkey 8.0", "valkey 8.1", "valkey 9.0", "valkey 9.1", "garnet", "dragonfly",
        "redis 7.0; valkey 7.2", AllServers,
    ];

    /// <summary>A finding that a server lacks a command is right if the facts, which other tests compare with servers, say so.</summary>
    [Theory]
    [MemberData(nameof(Servers))]
    public void No_script_has_a_finding_for_a_command_that_the_servers_have(string servers)
    {
        var named = ServerList.Read(servers, ServerVersion.Minimum, []);
        var (checkedScripts, wrong) = (0, new List<string>());
        foreach (var path in Paths)
        {
            var text = File.ReadAllText(path);
            var compiled = TestCompiler.Compile(text, path, servers: servers);
            checkedScripts += compiled.Model is null ? 0 : 1;
            wrong.AddRange(compiled.Findings
                .Where(finding => IsAboutServers(finding.Rule) && !IsTrue(finding, Written(text, finding), named))
                .Select(finding => $"{Path.GetFileName(path)} {finding.Rule.Id}: {TestCompiler.Message(finding)}"));
        }

        Assert.True(checkedScripts > 80, $"{checkedScripts} scripts were checked");
        Assert.Empty(wrong);
    }

    /// <summary>What a live server has is not reported for it, and what is reported it does not have.</summary>
    [ServerProcessTheory]
    [MemberData(nameof(LiveServer.Programs), MemberType = typeof(LiveServer))]
    public async Task A_live_server_has_the_commands_that_are_not_reported(string program)
    {
        using var server = RedisServerProcess.Start(ServerProgram.Of(program));
        await using var connection = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString);
        var own = await LiveServer.OfAsync(connection);
        foreach (var path in Paths)
        {
            var text = File.ReadAllText(path);
            var compiled = TestCompiler.Compile(text, path, servers: $"{own}");
            foreach (var finding in compiled.Findings.Where(finding => IsAboutServers(finding.Rule) && CommandTable.Find(Written(text, finding)) is not null))
            {
                var known = (RedisResult[])(await connection.GetDatabase().ExecuteAsync("COMMAND", ["INFO", Written(text, finding)]))!;
                Assert.True(known[0].IsNull, $"{Path.GetFileName(path)} {finding.Rule.Id}: {TestCompiler.Message(finding)}");
            }
        }
    }

    private static bool IsAboutServers(Rule rule) =>
        rule == Rule.UnknownCommand || rule == Rule.NewerCommand || rule == Rule.ModuleCommand || rule == Rule.UnheardCommand || rule == Rule.MissingOnServer;

    /// <summary>Whether the servers lack the command. Options and the forms of scripts have tests of their own.</summary>
    private static bool IsTrue(Finding finding, string written, ServerList servers) => CommandTable.Find(written) is { } command
        ? servers.FirstWithout(command.Servers) is not null
        : finding.Rule == Rule.NewerCommand || finding.Rule == Rule.MissingOnServer;

    private static string Written(string text, Finding finding) => text.Substring(finding.Span.Start, finding.Span.Length).Trim('\'', '"');
}
