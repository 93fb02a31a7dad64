using LuaGen.Language.Commands;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Commands;

/// <summary>Verifies on a server, command by command, which commands a read-only script may call, and which no script may call.</summary>
public sealed class CommandAccessTests
{
    [ServerProcessTheory]
    [MemberData(nameof(LiveServer.Programs), MemberType = typeof(LiveServer))]
    public async Task The_server_refuses_the_same_commands(string program)
    {
        using var server = RedisServerProcess.Start(ServerProgram.Of(program));
        await using var connection = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString);
        var own = await LiveServer.OfAsync(connection);
        var differences = new List<string>();
        var (writes, reads, forbidden) = (0, 0, 0);
        foreach (var command in Commands(own))
        {
            // The server checks the number of arguments first.
            var arguments = new ArgumentSamples(command, seed: 1).Sample();
            arguments.AddRange(Enumerable.Repeat("1", Math.Max(0, command.MinArguments - arguments.Count)));
            var error = await ErrorAsync(connection.GetDatabase(), [.. command.Name.Split(' '), .. arguments]);
            var isForbidden = !command.Scripts.Includes(own);
            var isWrite = command.Is(CommandTraits.Write | CommandTraits.MayReplicate | (own.Family == ServerFamily.Valkey ? CommandTraits.ValkeyMayReplicate : 0));
            (forbidden, writes, reads) = isForbidden ? (forbidden + 1, writes, reads) : isWrite ? (forbidden, writes + 1, reads) : (forbidden, writes, reads + 1);
            var refusal = error.Contains("not allowed from script", StringComparison.Ordinal) ? "no script" : error.Contains("Write commands are not allowed", StringComparison.Ordinal) ? "write" : "";
            if (refusal != (isForbidden ? "no script" : isWrite ? "write" : ""))
            {
                differences.Add($"{command.Name} {string.Join(' ', arguments)}: {error}");
            }
        }

        Assert.Empty(differences);
        Assert.True(writes > 80 && reads > 100 && forbidden > 50, $"{writes} writes, {reads} reads and {forbidden} forbidden commands were asked about");
    }

    /// <summary>Excludes the commands of sentinels, and of modules that the packages of Linux distributions leave out.</summary>
    private static IEnumerable<CommandInfo> Commands(Server server) => CommandTable.Names.Select(name => CommandTable.Find(name)!)
        .SelectMany(command => command.Subcommands.Count == 0 ? [command] : command.Subcommands.Values)
        .Where(command => command.Arguments is not null && command.Module is null && command.Servers.Includes(server) && !command.Name.StartsWith("SENTINEL", StringComparison.Ordinal));

    private static async Task<string> ErrorAsync(IDatabase database, string[] words)
    {
        const string Script = "local reply = redis.pcall(unpack(ARGV)) return type(reply) == 'table' and reply.err or ''";
        return (string)(await database.ExecuteAsync("EVAL_RO", [Script, "0", .. words]))!;
    }
}
