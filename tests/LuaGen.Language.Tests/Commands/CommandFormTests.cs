using System.Globalization;
using LuaGen.Language.Commands;
using LuaGen.Language.Rules;
using LuaGen.TestServers;
using StackExchange.Redis;
using Xunit.Abstractions;

namespace LuaGen.Language.Tests.Commands;

/// <summary>
/// Random constant command lines, spoiled in one place: what the server refuses for its form, whatever type the key has, is reported for the
/// most part, and what it accepts on a key of any type never is.
/// </summary>
public sealed class CommandFormTests(ITestOutputHelper output)
{
    private const int SamplesOfEach = 12;
    private const double LeastReported = 0.9;

    /// <summary>Values that fit some places and not others.</summary>
    private static readonly string[] Pool =
    [
        "zz", "1.5", "-1", "0", "2", "33", "NX", "(1", "[a", "-", "+", "inf", "nan", "99999999999999999999", "1-1", "0-0", "$", ">", "*", "#1", "u65", "i8", "1e400", " 1", "", "200", "-200", "4294967296",
    ];

    private static readonly string[] Unasked = ["MIGRATE", "PFSELFTEST", "PFDEBUG", "SWAPDB", "SELECT", "DEBUG", "SORT", "SORT_RO", "ECHO", "PUBLISH", "SPUBLISH", "LOLWUT", "INFO", "LATENCY", "WAIT", "WAITAOF", "RESTORE", "RESTORE-ASKING", "COMMAND", "ASKING"];

    /// <summary>Errors about what is stored, not about the call.</summary>
    private static readonly string[] OfData =
    [
        "WRONGTYPE", "no such key", "NOGROUP", "BUSYGROUP", "BUSYKEY", "is not an integer or out of range (stored)", "hash value is not", "would overflow", "smaller than", "index out of range", "XGROUP subcommand requires the key to exist",
        "could not decode", "is not a valid HyperLogLog", "NOT_BUSY", "resulting score is not a number", "source and destination objects are the same", "DB index is out of range", "INVALIDOBJ", "unknown command", "cluster support disabled", "not allowed", "ACL", "maxmemory policy", "not allowed from script", "value is not an integer or out of range",
    ];

    private const string Script = """
        local errors = {}
        for i = 1, 7 do
          redis.call('FLUSHALL')
          for j = 2, #ARGV do
            local key = ARGV[j]
            if redis.call('EXISTS', key) == 1 then key = key .. ':' .. j end
            if i == 2 then redis.call('SET', key, '5')
            elseif i == 3 then redis.call('RPUSH', key, 'a', '1')
            elseif i == 4 then redis.call('SADD', key, 'a', '1')
            elseif i == 5 then redis.call('ZADD', key, 1, 'a', 2, '1')
            elseif i == 6 then redis.call('HSET', key, 'a', '1', '1', '2')
            elseif i == 7 then redis.call('XADD', key, '1-1', 'f', 'v') redis.call('XGROUP', 'CREATE', key, 'g', '0') end
          end
          local reply = redis.pcall(unpack(ARGV))
          errors[i] = type(reply) == 'table' and reply.err or ''
        end
        return errors
        """;

    [ServerProcessTheory]
    [MemberData(nameof(LiveServer.Programs), MemberType = typeof(LiveServer))]
    public async Task What_is_refused_for_its_form_is_reported_and_what_is_accepted_is_not(string program)
    {
        using var server = RedisServerProcess.Start(ServerProgram.Of(program));
        await using var connection = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString + ",allowAdmin=true");
        var own = await LiveServer.OfAsync(connection);
        var (refused, reported, missed, wrong) = (0, 0, new List<string>(), new List<string>());
        foreach (var command in Commands().Where(command => command.Module is null && command.Servers.Includes(own)))
        {
            var samples = new ArgumentSamples(command, seed: 7 + command.Name.Length);
            var random = new Random(command.Name.Length * 31 + command.Name[0]);
            for (var i = 0; i < SamplesOfEach; i++)
            {
                string[] words = [.. command.Name.Split(' '), .. Spoil(samples.Sample(), random)];
                var errors = (string[])(await connection.GetDatabase().ScriptEvaluateAsync(Script, null, [.. words.Select(word => (RedisValue)word)]))!;
                var isReported = IsReported(words, own);
                // A missing key ends many commands before they look at the rest.
                string[] stored = errors[1..];
                if (isReported && stored.Any(error => error.Length == 0))
                {
                    wrong.Add(string.Join(' ', words));
                }
                else if (stored.All(error => error.Length > 0) && stored.Any(IsOfForm))
                {
                    refused++;
                    reported += isReported ? 1 : 0;
                    if (!isReported)
                    {
                        missed.Add($"{string.Join(' ', words)}  ->  {stored.First(IsOfForm)}");
                    }
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reported} of {refused} reported ({100.0 * reported / refused:0.0} %)"));
        output.WriteLine(string.Join('\n', missed));
        Assert.True(wrong.Count == 0, "reported, and accepted by the server:\n" + string.Join('\n', wrong));
        Assert.True(refused > 300, $"only {refused} lines were refused");
        Assert.True(reported >= refused * LeastReported, $"{reported} of {refused} reported; missed:\n{string.Join('\n', missed)}");
    }

    private static List<string> Spoil(List<string> arguments, Random random)
    {
        if (arguments.Count > 0)
        {
            arguments[random.Next(arguments.Count)] = Pool[random.Next(Pool.Length)];
        }

        return arguments;
    }

    private static bool IsOfForm(string error) => error.Length > 0 && !OfData.Any(words => error.Contains(words, StringComparison.Ordinal))
        || error.StartsWith("ERR value is not an integer", StringComparison.Ordinal);

    private static bool IsReported(string[] words, Server server)
    {
        var list = string.Join(", ", words.Select(word => $"'{word}'"));
        return TestCompiler.Compile($"-- @since {server}\nreturn redis.call({list})").Findings.Any(finding =>
            finding.Rule == Rule.UnfitArgument || finding.Rule == Rule.WrongArity || finding.Rule == Rule.UnknownSubcommand || finding.Rule == Rule.UnknownCommand || finding.Rule == Rule.NewerCommand || finding.Rule == Rule.MissingOnServer || finding.Rule == Rule.NotForScripts);
    }

    private static IEnumerable<CommandInfo> Commands() => CommandTable.Names.Select(name => CommandTable.Find(name)!)
        .SelectMany(command => command.Subcommands.Values.Append(command))
        .Where(command => command.Arguments is not null && command.Subcommands.Count == 0 && CommandOracle.MayAsk(command) && !Unasked.Contains(command.Name) && !Unasked.Contains(command.Name.Split(' ')[0]))
        .OrderBy(command => command.Name, StringComparer.Ordinal);
}
