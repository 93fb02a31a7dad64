using System.Diagnostics;
using System.Globalization;
using LuaGen.Language.Commands;
using LuaGen.Language.Rules;
using LuaGen.TestServers;
using StackExchange.Redis;
using Xunit.Abstractions;

namespace LuaGen.Language.Tests.Commands;

/// <summary>
/// For any arguments of any command, the checks do not fail, and the server refuses what they report.
/// <c>LUAGEN_FUZZ_SECONDS</c> sets the duration, <c>LUAGEN_SEED</c> the start; every command is tried in any case.
/// </summary>
public sealed class CommandLineFuzzTests(ITestOutputHelper output)
{
    private static readonly int Seed = Setting("LUAGEN_SEED", 20261129);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(Setting("LUAGEN_FUZZ_SECONDS", 4) / 2.0);

    /// <summary>The rules about the form of a call, which mean that no server accepts it.</summary>
    private static readonly Rule[] OfForm = [Rule.UnknownCommand, Rule.WrongArity, Rule.UnknownSubcommand, Rule.UnfitArgument];

    private static readonly CommandInfo[] Commands = [.. CommandTable.Names.Select(name => CommandTable.Find(name)!)
        .SelectMany(command => command.Subcommands.Values.Append(command))
        .OrderBy(command => command.Name, StringComparer.Ordinal)];

    [ServerProcessFact]
    public async Task What_is_reported_of_a_command_line_the_server_refuses()
    {
        using var server = RedisServerProcess.Start();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString + ",allowAdmin=true");
        var oracle = await CommandOracle.OfAsync(connection);
        var falseAlarms = new List<string>();
        var (clock, count, refused) = (Stopwatch.StartNew(), 0, 0);
        for (var round = 0; round < 2 || clock.Elapsed < Duration; round++, count += Commands.Length)
        {
            foreach (var line in LinesOf(round))
            {
                if (CommandOracle.MayAsk(line.Command) && oracle.Knows(line.Command) && IsReported(line) && !RepeatsAnOption(line))
                {
                    refused++;
                    if (await oracle.ErrorOfAsync(line) is null)
                    {
                        falseAlarms.Add(line.Script);
                    }
                }
            }
        }

        output.WriteLine($"{count} command lines, {refused} refused");
        Assert.True(falseAlarms.Count == 0, $"{falseAlarms.Count} of {refused}:\n{string.Join('\n', falseAlarms)}");
        Assert.True(refused > 100, $"only {refused} calls were refused, so little was asked");
    }

    private static int Setting(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var value) ? value : usual;

    private static IEnumerable<RandomCommandLine> LinesOf(int round) =>
        Commands.Select((command, i) => new RandomCommandLine(command, unchecked(Seed + (round * Commands.Length) + i)));

    /// <summary>Whether the form of the script's call is reported, in a file as well as in a string.</summary>
    private static bool IsReported(RandomCommandLine line)
    {
        var file = TestCompiler.Compile(line.Script);
        var text = ScriptCompiler.AnalyzeString(line.Script, readOnlyBy: null, ScriptOptions.Default, CancellationToken.None);
        Assert.True(!file.Findings.Concat(text.Findings).Any(finding => finding.Rule == Rule.GeneratorFault), line.Script);
        var isReported = file.Findings.Any(finding => OfForm.Contains(finding.Rule));
        Assert.Equal(isReported, text.Findings.Any(finding => OfForm.Contains(finding.Rule)));
        return isReported;
    }

    /// <summary>If an option is repeated, servers use only the last one.</summary>
    private static bool RepeatsAnOption(RandomCommandLine line) =>
        line.Command.Arguments is not null && new ArgumentSamples(line.Command, seed: 0).RepeatsAnOption(line.Arguments);
}
