using LuaGen.Language.Commands;
using LuaGen.TestServers;
using StackExchange.Redis;
using CommandFlags = LuaGen.Language.Commands.CommandFlags;

namespace LuaGen.Language.Tests.Commands;

/// <summary>Verifies on a server, command by command, which commands a read-only script may call, and which no script may call.</summary>
public sealed class CommandAccessTests
{
    [ServerProcessFact]
    public async Task The_server_refuses_the_same_commands()
    {
        using var server = RedisServerProcess.Start();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString);
        var version = connection.GetServers()[0].Version;
        var oldest = new ServerVersion(version.Major, version.Minor, version.Build);
        var differences = new List<string>();
        var (writes, reads, forbidden) = (0, 0, 0);
        foreach (var command in Commands(oldest))
        {
            // The server checks the number of arguments first.
            var arguments = new ArgumentSamples(command, seed: 1).Sample();
            arguments.AddRange(Enumerable.Repeat("1", Math.Max(0, command.MinArguments - arguments.Count)));
            var error = await ErrorAsync(connection.GetDatabase(), [.. command.Name.Split(' '), .. arguments]);
            if (error.StartsWith("ERR Unknown", StringComparison.Ordinal))
            {
                // A command that only Valkey or only Redis has.
                continue;
            }

            var isForbidden = command.Is(CommandFlags.NoScript) || command.NoscriptBefore > oldest;
            var isWrite = command.Is(CommandFlags.Write | CommandFlags.MayReplicate);
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

    /// <summary>Excludes the commands of sentinels, and the one that only Valkey replicates.</summary>
    private static IEnumerable<CommandInfo> Commands(ServerVersion oldest) => CommandTable.Names.Select(name => CommandTable.Find(name)!)
        .SelectMany(command => command.Subcommands.Count == 0 ? [command] : command.Subcommands.Values)
        .Where(command => command.Arguments is not null && command.Since <= oldest && !command.Name.StartsWith("SENTINEL", StringComparison.Ordinal) && command.Name != "CLUSTER SETSLOT");

    private static async Task<string> ErrorAsync(IDatabase database, string[] words)
    {
        const string Script = "local reply = redis.pcall(unpack(ARGV)) return type(reply) == 'table' and reply.err or ''";
        return (string)(await database.ExecuteAsync("EVAL_RO", [Script, "0", .. words]))!;
    }
}
