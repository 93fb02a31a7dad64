using System.Text;
using System.Text.Json;
using LuaGen.Language.Commands;
using LuaGen.TestServers;
using StackExchange.Redis;
using CommandFlags = LuaGen.Language.Commands.CommandFlags;

namespace LuaGen.Language.Tests.Commands;

/// <summary>
/// The server has the last word on every command's grammar: arguments that it takes may not be refused here. The other
/// direction is open by design, since what is not sure is not refused.
/// </summary>
public sealed class CommandGrammarTests
{
    private const int SamplesOfEach = 1000;

    /// <summary>They reach for another server, write files, or take their time.</summary>
    private static readonly string[] Unasked = ["MIGRATE", "PFSELFTEST", "SWAPDB", "SELECT"];

    /// <summary>
    /// What the grammar cannot say, so that less is refused here than there: one weight a key, LIMIT with ~ alone, a lone
    /// start (which Valkey takes), nothing behind a consumer after IDLE, one id a stream, LIMIT with BYSCORE or BYLEX alone,
    /// two words for GETKEYS. PFDEBUG is for Redis's own tests.
    /// </summary>
    private static readonly string[] WiderHere =
    [
        "ZINTER", "ZINTERSTORE", "ZUNION", "ZUNIONSTORE", "XADD", "XTRIM", "BITCOUNT", "XPENDING", "XREAD", "XREADGROUP", "ZRANGE", "ZRANGESTORE",
        "COMMAND GETKEYS", "COMMAND GETKEYSANDFLAGS", "PFDEBUG",
    ];

    private static readonly Lazy<JsonDocument> Facts = new(() => JsonDocument.Parse(File.ReadAllText(Repository.PathOf("generator", "commands", "redis-commands.json"))));

    private static readonly ServerVersion Any = new(int.MaxValue, 0);

    [ServerProcessFact]
    public async Task What_is_refused_here_the_server_refuses()
    {
        using var server = RedisServerProcess.Start();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString + ",allowAdmin=true");
        var falseAlarms = new StringBuilder();
        var (refused, taken) = (0, 0);
        // What Valkey has added since it went its own way has a grammar of its own.
        var isValkey = ((string?)await connection.GetDatabase().ExecuteAsync("INFO", "server"))!.Contains("valkey_version", StringComparison.Ordinal);
        foreach (var command in Commands().Where(command => !isValkey || command.Since <= new ServerVersion(7, 2)))
        {
            var samples = new ArgumentSamples(command, seed: command.Name.Sum(c => c));
            var calls = Enumerable.Range(0, SamplesOfEach).Select(_ => samples.Spoiled())
                .Where(arguments => Refuses(command, arguments) && !samples.RepeatsAnOption(arguments))
                .DistinctBy(arguments => string.Join('\0', arguments.Prepend($"{arguments.Count}")))
                .ToArray();
            refused += calls.Length;
            foreach (var call in calls)
            {
                if (await ErrorOfAsync(connection.GetDatabase(), command, call) is null)
                {
                    taken++;
                    falseAlarms.Append(command.Name).Append(' ').AppendJoin(' ', call).AppendLine();
                }
            }
        }

        Assert.True(taken == 0, $"{taken} of {refused}:\n{falseAlarms}");
        Assert.True(refused > 10_000, $"only {refused} calls were refused, so little was asked");
    }

    [ServerProcessFact]
    public async Task What_the_grammar_has_the_server_takes()
    {
        using var server = RedisServerProcess.Start();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString + ",allowAdmin=true");
        var version = connection.GetServer(server.ConnectionString).Version;
        var oldest = new ServerVersion(version.Major, version.Minor, version.Build);
        var refused = new StringBuilder();
        var asked = 0;
        foreach (var command in Commands().Where(command => command.Since <= oldest && !WiderHere.Contains(command.Name)))
        {
            var samples = new ArgumentSamples(command, seed: 7);
            for (var i = 0; i < 100; i++)
            {
                var arguments = samples.Sample();
                if (!ArgumentMatcher.Fits(command.Arguments!, [.. arguments], isOpen: false, oldest))
                {
                    continue;
                }

                asked++;
                if (await ErrorOfAsync(connection.GetDatabase(), command, arguments) is { } error && IsOfForm(error))
                {
                    refused.Append(command.Name).Append(' ').AppendJoin(' ', arguments).Append(": ").AppendLine(error);
                }
            }
        }

        Assert.True(asked > 3_000, $"only {asked} calls were asked about");
        Assert.True(refused.Length == 0, refused.ToString());
    }

    private static IEnumerable<CommandInfo> Commands() => CommandTable.Names.Select(name => CommandTable.Find(name)!)
        .SelectMany(command => command.Subcommands.Values.Append(command))
        .Where(command => command.Arguments is not null && !command.Is(CommandFlags.NoScript) && !Unasked.Contains(command.Name))
        .Where(command => command.Subcommands.Count == 0 && !command.Name.StartsWith("SENTINEL", StringComparison.Ordinal))
        .OrderBy(command => command.Name, StringComparer.Ordinal);

    /// <summary>Whether an error is about the form of a call, and not about what the keys hold.</summary>
    private static bool IsOfForm(string error) =>
        error.StartsWith("ERR syntax error", StringComparison.Ordinal) || error.StartsWith("ERR Wrong number", StringComparison.OrdinalIgnoreCase)
        || error.StartsWith("ERR Unknown", StringComparison.Ordinal);

    private static bool Refuses(CommandInfo command, List<string> arguments) =>
        arguments.Count < command.MinArguments || arguments.Count > command.MaxArguments
        || !ArgumentMatcher.Fits(command.Arguments!, [.. arguments], isOpen: false, Any);

    /// <summary>Runs the command where every word of it is a key that holds something of the kind that it is for.</summary>
    private static async Task<string?> ErrorOfAsync(IDatabase database, CommandInfo command, List<string> arguments)
    {
        const string Script = """
            redis.call('FLUSHALL')
            local make = {
              list = { 'RPUSH', '1', '2' }, hash = { 'HSET', '1', '1' }, set = { 'SADD', '1' }, zset = { 'ZADD', '1', '1' },
              stream = { 'XADD', '1-1', '1', '1' }, hyperloglog = { 'PFADD', '1' }, string = { 'SET', '1' }
            }
            local with = make[ARGV[1]]
            for i = 3, #ARGV do
              if redis.call('EXISTS', ARGV[i]) == 0 then
                redis.call(with[1], ARGV[i], unpack(with, 2))
                if ARGV[1] == 'stream' then redis.call('XGROUP', 'CREATE', ARGV[i], 'g', '0') end
              end
            end
            local reply = redis.pcall(unpack(ARGV, 2))
            return type(reply) == 'table' and reply.err or false
            """;

        RedisValue[] values = [KindOf(command), .. command.Name.Split(' ').Concat(arguments).Select(word => (RedisValue)word)];
        return (string?)await database.ScriptEvaluateAsync(Script, [], values);
    }

    /// <summary>What <c>make</c> puts under the keys.</summary>
    private static string KindOf(CommandInfo command) =>
        Facts.Value.RootElement.GetProperty("commands").GetProperty(command.Name).GetProperty("group").GetString() switch
        {
            "list" => "list",
            "hash" => "hash",
            "set" => "set",
            "sorted_set" or "geo" => "zset",
            "stream" => "stream",
            "hyperloglog" => "hyperloglog",
            _ => "string",
        };
}
