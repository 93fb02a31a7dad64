using System.Text;
using LuaGen.Language.Commands;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Commands;

/// <summary>
/// Compares every command's grammar with the server: arguments that the server accepts must be accepted here. The converse
/// does not hold by design, because only certain errors are reported.
/// </summary>
public sealed class CommandGrammarTests
{
    private const int SamplesOfEach = 1000;

    /// <summary>
    /// Commands with rules that the grammar cannot express, so that it accepts more than the server: one weight per key, LIMIT
    /// only with ~, a single start (which Valkey accepts), nothing after a consumer with IDLE, one id per stream, LIMIT only with
    /// BYSCORE or BYLEX, at least two arguments for GETKEYS, three
    /// vertices of a polygon. PFDEBUG exists only for Redis's own tests.
    /// </summary>
    private static readonly string[] WiderHere =
    [
        "ZINTER", "ZINTERSTORE", "ZUNION", "ZUNIONSTORE", "XADD", "XTRIM", "BITCOUNT", "XPENDING", "XREAD", "XREADGROUP", "ZRANGE", "ZRANGESTORE",
        "COMMAND GETKEYS", "COMMAND GETKEYSANDFLAGS", "PFDEBUG", "GEOSEARCH", "GEOSEARCHSTORE",
    ];

    [ServerProcessTheory]
    [MemberData(nameof(LiveServer.Programs), MemberType = typeof(LiveServer))]
    public async Task What_is_refused_here_the_server_refuses(string program)
    {
        using var server = RedisServerProcess.Start(ServerProgram.Of(program));
        await using var connection = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString + ",allowAdmin=true");
        var falseAlarms = new StringBuilder();
        var (refused, taken) = (0, 0);
        var oracle = await CommandOracle.OfAsync(connection);
        var own = await LiveServer.OfAsync(connection);
        foreach (var command in Commands().Where(command => command.Module is null && command.Servers.Includes(own)))
        {
            var samples = new ArgumentSamples(command, seed: command.Name.Sum(c => c));
            var calls = Enumerable.Range(0, SamplesOfEach).Select(_ => samples.Spoiled())
                // Valkey looks for FIELDS from the key on, so that a key of this name passes for the option.
                .Where(arguments => Refuses(command, arguments, own) && !samples.RepeatsAnOption(arguments) && arguments is not ["FIELDS", ..])
                .DistinctBy(arguments => string.Join('\0', arguments.Prepend($"{arguments.Count}")))
                .ToArray();
            refused += calls.Length;
            foreach (var call in calls)
            {
                if (await oracle.ErrorOfAsync(command, call) is null)
                {
                    taken++;
                    falseAlarms.Append(command.Name).Append(' ').AppendJoin(' ', call).AppendLine();
                }
            }
        }

        Assert.True(taken == 0, $"{taken} of {refused}:\n{falseAlarms}");
        Assert.True(refused > 10_000, $"only {refused} calls were refused, so little was asked");
    }

    [ServerProcessTheory]
    [MemberData(nameof(LiveServer.Programs), MemberType = typeof(LiveServer))]
    public async Task What_the_grammar_has_the_server_takes(string program)
    {
        using var server = RedisServerProcess.Start(ServerProgram.Of(program));
        await using var connection = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString + ",allowAdmin=true");
        var oracle = await CommandOracle.OfAsync(connection);
        var own = await LiveServer.OfAsync(connection);
        var refused = new StringBuilder();
        var asked = 0;
        foreach (var command in Commands().Where(command => command.Module is null && command.Servers.Includes(own) && !WiderHere.Contains(command.Name)))
        {
            var samples = new ArgumentSamples(command, seed: 7);
            for (var i = 0; i < 100; i++)
            {
                var arguments = samples.Sample();
                if (!ArgumentMatcher.Fits(command.Arguments!, [.. arguments], isOpen: false, ServerList.Only(own)))
                {
                    continue;
                }

                asked++;
                if (await oracle.ErrorOfAsync(command, arguments) is { } error && IsOfForm(error))
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
        .Where(command => command.Arguments is not null && command.Subcommands.Count == 0 && CommandOracle.MayAsk(command))
        .OrderBy(command => command.Name, StringComparer.Ordinal);

    /// <summary>Whether an error concerns the form of a call, and not the content of the keys.</summary>
    private static bool IsOfForm(string error) =>
        error.StartsWith("ERR syntax error", StringComparison.Ordinal) || error.StartsWith("ERR Wrong number", StringComparison.OrdinalIgnoreCase)
        || error.StartsWith("ERR Unknown", StringComparison.Ordinal);

    private static bool Refuses(CommandInfo command, List<string> arguments, Server server) =>
        arguments.Count < command.MinArguments || arguments.Count > command.MaxArguments
        || !ArgumentMatcher.Fits(command.Arguments!, [.. arguments], isOpen: false, ServerList.Only(server));
}
