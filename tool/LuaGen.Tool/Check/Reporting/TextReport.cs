using System.Globalization;
using LuaGen.Language.Rules;
using LuaGen.Tool.Check.Analysis;

namespace LuaGen.Tool.Check.Reporting;

/// <summary>For a terminal: each finding as a build prints it, then its line with a caret.</summary>
internal sealed class TextReport(bool usesColors) : IReport
{
    private const string Bold = "\e[1m";
    private const string Red = "\e[1;31m";
    private const string Yellow = "\e[1;33m";
    private const string Cyan = "\e[1;36m";
    private const string Green = "\e[32m";
    private const string Reset = "\e[0m";

    public void Write(CheckResult result, TextWriter output)
    {
        foreach (var file in result.Files.Where(file => file.Findings.Count > 0))
        {
            var lines = new LineMap(file.Text);
            foreach (var finding in file.Findings)
            {
                Write(file, finding, lines, output);
            }
        }

        output.WriteLine(Summary(result));
    }

    private void Write(CheckedFile file, ReportedFinding finding, LineMap lines, TextWriter output)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{Printable.Of(file.Path)}({finding.Start.Line + 1},{finding.Start.Column + 1}):");
        output.WriteLine($"{Colored(place, Bold)} {Colored(finding.SeverityName, ColorOf(finding.Severity))} {finding.Rule.Id}: {Printable.Of(finding.Message)}");
        if (SourceLine.Of(file, finding, lines) is { } line)
        {
            var number = (finding.Start.Line + 1).ToString(CultureInfo.InvariantCulture).PadLeft(5);
            output.WriteLine($"{number} | {line.Text}");
            output.WriteLine($"{new string(' ', number.Length)} | {line.Indent}{Colored(line.Marks, Green)}");
        }
    }

    private static string Summary(CheckResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Counted(result.Count(Severity.Error), "error")}, {Counted(result.Count(Severity.Warning), "warning")}, {Counted(result.Count(Severity.Info), "info")} in {Counted(result.Files.Count, "script")}");

    private static string Counted(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private string Colored(string text, string color) => usesColors ? color + text + Reset : text;

    private static string ColorOf(Severity severity) => severity switch
    {
        Severity.Error => Red,
        Severity.Warning => Yellow,
        _ => Cyan,
    };
}
