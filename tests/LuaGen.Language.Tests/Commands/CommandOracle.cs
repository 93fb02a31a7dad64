using System.Text.Json;
using LuaGen.Language.Commands;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Commands;

/// <summary>Asks a live server whether it accepts the arguments of a command, with a value of the command's type under every key.</summary>
internal sealed class CommandOracle
{
    /// <summary>The content of the keys: the arguments of a call for each key that does not exist yet.</summary>
    private const string Prepare = """
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

        """;

    /// <summary>Commands that contact another server, write files, or take long.</summary>
    private static readonly string[] Unasked = ["MIGRATE", "PFSELFTEST", "SWAPDB", "SELECT"];

    private static readonly RedisKey[] Keys = ["k", "1", "d"];

    private static readonly Lazy<JsonDocument> Facts = new(() => JsonDocument.Parse(File.ReadAllText(Repository.PathOf("generator", "commands", "redis-commands.json"))));

    private readonly IDatabase _database;
    private readonly Server _server;

    private CommandOracle(IDatabase database, Server server) => (_database, _server) = (database, server);

    public static async Task<CommandOracle> OfAsync(ConnectionMultiplexer connection) => new(connection.GetDatabase(), await LiveServer.OfAsync(connection));

    public static bool MayAsk(CommandInfo command) =>
        !command.Is(CommandTraits.NoScript) && !Unasked.Contains(command.Name) && !command.Name.StartsWith("SENTINEL", StringComparison.Ordinal);

    /// <summary>Whether the server has the command, so that its answer is about the arguments.</summary>
    public bool Knows(CommandInfo command) => command.Servers.Includes(_server);

    /// <summary>Runs the command with a value of its type under every argument that could be a key.</summary>
    public Task<string?> ErrorOfAsync(CommandInfo command, List<string> arguments) =>
        AskAsync(command, [.. command.Name.Split(' ').Concat(arguments).Select(word => (RedisValue)word)]);

    /// <summary>The same for the call of a script with these arguments.</summary>
    public async Task<string?> ErrorOfAsync(RandomCommandLine line)
    {
        // Records the arguments as they are sent, by functions that shadow the real ones.
        var record = $$"""
            local sent
            local function record(...)
              sent = { ... }
              for i = 1, select('#', ...) do
                sent[i] = type(sent[i]) == 'number' and string.format('%.17g', sent[i]) or sent[i] or 'nil'
              end
            end
            do
              local redis = { call = record, pcall = record }
              local function run() {{line.Script}}end
              run()
            end
            return sent
            """;

        var sent = await _database.ScriptEvaluateAsync(record, Keys, [.. line.Arguments.Select(argument => (RedisValue)argument)]);
        return await AskAsync(line.Command, (RedisValue[])sent!);
    }

    private async Task<string?> AskAsync(CommandInfo command, RedisValue[] words)
    {
        const string Call = """
            local reply = redis.pcall(unpack(ARGV, 2))
            return type(reply) == 'table' and reply.err or false
            """;

        return (string?)await _database.ScriptEvaluateAsync(Prepare + Call, [], [KindOf(command), .. words]);
    }

    /// <summary>The type of value that <see cref="Prepare"/> stores under the keys.</summary>
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
