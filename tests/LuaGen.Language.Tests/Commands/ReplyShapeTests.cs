using LuaGen.Language.Commands;
using LuaGen.Language.Types;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Commands;

/// <summary>
/// Verifies the Lua form of every command's reply on a live server: sampled calls, with missing and with existing keys, must
/// not return a kind that was not predicted.
/// </summary>
public sealed class ReplyShapeTests
{
    private const int SamplesOfEach = 150;

    /// <summary>Commands that contact another server or switch the database.</summary>
    private static readonly string[] Unasked = ["MIGRATE", "PFSELFTEST", "SWAPDB", "SELECT", "PFDEBUG"];

    /// <summary>Returns the kind of the reply and the kinds of its elements.</summary>
    private const string Script = """
        local fill = tonumber(ARGV[1])
        redis.call('FLUSHALL')
        if fill > 0 then
          local make = {
            function(key) redis.call('SET', key, '5') end,
            function(key) redis.call('RPUSH', key, 'a', 'b', 'c') end,
            function(key) redis.call('SADD', key, 'a', '1') end,
            function(key) redis.call('ZADD', key, 1, 'a', 2, 'b') end,
            function(key) redis.call('HSET', key, 'a', '1', 'f', '2') end,
            function(key) redis.call('XADD', key, '1-1', 'f', 'v'); redis.call('XGROUP', 'CREATE', key, 'g', '0') end,
            function(key) redis.call('PFADD', key, 'a') end,
            function(key) redis.call('GEOADD', key, 13, 38, 'a', 15, 37, 'b') end,
          }
          for i = 3, #ARGV do redis.call('DEL', ARGV[i]); make[fill](ARGV[i]) end
        end
        local function kind(value)
          if type(value) == 'boolean' then return value and 'True' or 'False' end
          if type(value) == 'number' then return value == math.floor(value) and 'Integer' or 'Fraction' end
          if type(value) == 'table' then return value.ok and 'Status' or value.err and 'Error' or 'Table' end
          return type(value) == 'string' and 'String' or 'Nil'
        end
        local reply = redis.pcall(unpack(ARGV, 2))
        local elements, seen = {}, {}
        if kind(reply) == 'Table' then
          for _, element in ipairs(reply) do
            if not seen[kind(element)] then seen[kind(element)] = true; elements[#elements + 1] = kind(element) end
          end
        end
        return { kind(reply), kind(reply) == 'Table' and #reply or 0, unpack(elements) }
        """;

    [ServerProcessTheory]
    [MemberData(nameof(LiveServer.Programs), MemberType = typeof(LiveServer))]
    public async Task No_reply_is_another_than_foreseen(string program)
    {
        using var server = RedisServerProcess.Start(ServerProgram.Of(program));
        await using var connection = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString + ",allowAdmin=true");
        var own = await LiveServer.OfAsync(connection);
        var (unforeseen, asked) = (new SortedSet<string>(StringComparer.Ordinal), 0);
        foreach (var command in Commands().Where(command => command.Module is null && command.Servers.Includes(own)))
        {
            var samples = new ArgumentSamples(command, seed: command.Name.Length);
            for (var i = 0; i < SamplesOfEach; i++)
            {
                var arguments = samples.Sample();
                string[] words = [.. command.Name.Split(' '), .. arguments];
                var reply = (RedisResult[])(await connection.GetDatabase().ScriptEvaluateAsync(Script, null, [i % 9, .. words.Select(word => (RedisValue)word)]))!;
                var kind = Enum.Parse<LuaKinds>((string)reply[0]!);
                if (kind == LuaKinds.Error)
                {
                    continue;
                }

                asked++;
                Compare(command, words, kind, (int)reply[1], [.. reply.Skip(2).Select(element => Enum.Parse<LuaKinds>((string)element!))], unforeseen);
            }
        }

        Assert.True(asked > 5_000, $"only {asked} calls were answered");
        Assert.True(unforeseen.Count == 0, string.Join('\n', unforeseen));
    }

    private static void Compare(CommandInfo command, string[] words, LuaKinds kind, int length, LuaKinds[] elements, SortedSet<string> unforeseen)
    {
        var foreseen = ReplyShapes.Of(CommandTable.Find(words[0])!, new ValueList([.. words.Select(AbstractValue.Of)], AbstractValue.Nil), new Fixpoint());
        if ((foreseen.Kinds & kind) == 0)
        {
            unforeseen.Add($"{command.Name}: {kind}, not {foreseen.Kinds} ({string.Join(' ', words)})");
        }

        if (kind == LuaKinds.Table && foreseen.Table is { } table)
        {
            foreach (var element in elements.Where(element => !table.Elements.MayBe(element)))
            {
                unforeseen.Add($"{command.Name}: elements {element}, not {table.Elements.Kinds} ({string.Join(' ', words)})");
            }

            if (table.Length is { } foreseenLength && foreseenLength != length)
            {
                unforeseen.Add($"{command.Name}: {length} elements, not {foreseenLength} ({string.Join(' ', words)})");
            }
        }
    }

    private static IEnumerable<CommandInfo> Commands() => CommandTable.Names.Select(name => CommandTable.Find(name)!)
        .SelectMany(command => command.Subcommands.Values.Append(command))
        .Where(command => command.Arguments is not null && !command.Is(CommandTraits.NoScript) && !Unasked.Contains(command.Name))
        .Where(command => command.Subcommands.Count == 0 && !command.Name.StartsWith("SENTINEL", StringComparison.Ordinal))
        .OrderBy(command => command.Name, StringComparer.Ordinal);
}
