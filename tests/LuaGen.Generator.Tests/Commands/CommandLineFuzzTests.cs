using System.Diagnostics;
using System.Globalization;
using LuaGen.Generator.Tests.CallSites;
using LuaGen.Generator.Tests.Hosting;
using LuaGen.Language.Commands;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Abstractions;

namespace LuaGen.Generator.Tests.Commands;

/// <summary>
/// The generator and the analyzers do not fail on any arguments of a command.
/// <c>LUAGEN_FUZZ_SECONDS</c> sets the duration and <c>LUAGEN_SEED</c> the seed; every command runs at least once.
/// </summary>
public sealed class CommandLineFuzzTests(ITestOutputHelper output)
{
    private static readonly int Seed = Setting("LUAGEN_SEED", 20261129);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(Setting("LUAGEN_FUZZ_SECONDS", 4) / 2.0);

    private static readonly CommandInfo[] Commands = [.. CommandTable.Names.Select(name => CommandTable.Find(name)!)
        .SelectMany(command => command.Subcommands.Values.Append(command))
        .OrderBy(command => command.Name, StringComparer.Ordinal)];

    /// <summary>Runs the generator and the analyzers, as a build does.</summary>
    [Fact]
    public async Task No_command_line_makes_a_build_fail()
    {
        var (clock, count) = (Stopwatch.StartNew(), 0);
        for (var round = 0; round == 0 || clock.Elapsed < Duration; round++, count += Commands.Length)
        {
            var lines = LinesOf(round).ToArray();
            var findings = await GeneratorHost.FindingsAsync([.. lines.Select((line, i) => new TestScript($"Scripts/Fuzz/Line{i}.lua", line.Script))]);
            var failures = findings.Where(finding => finding.Contains(" LUA1000: ", StringComparison.Ordinal) || finding.Contains(" AD0001: ", StringComparison.Ordinal)).ToArray();
            Assert.True(failures.Length == 0, $"seed {Seed}, round {round}:\n{string.Join('\n', failures)}");

            // AnalyzeAsync asserts that the analyzer did not fail.
            var calls = string.Concat(lines.Select(line => $"db.ScriptEvaluate({SymbolDisplay.FormatLiteral(line.Script, quote: true)}, keys, values);\n"));
            Assert.NotEmpty(await CallSiteHost.AnalyzeAsync(CallSiteHost.Method(calls)));
        }

        output.WriteLine($"{count} command lines");
    }

    private static int Setting(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var value) ? value : usual;

    private static IEnumerable<RandomCommandLine> LinesOf(int round) =>
        Commands.Select((command, i) => new RandomCommandLine(command, unchecked(Seed + (round * Commands.Length) + i)));
}
