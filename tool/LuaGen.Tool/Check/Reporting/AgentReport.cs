using System.Globalization;
using LuaGen.Tool.Check.Analysis;

namespace LuaGen.Tool.Check.Reporting;

/// <summary>For coding agents: a line for each finding, with the flagged text, most severe first, and nothing when there is none.</summary>
internal sealed class AgentReport : IReport
{
    private const int MaxText = 60;

    public void Write(CheckResult result, TextWriter output)
    {
        foreach (var (file, finding) in result.Findings.OrderByDescending(pair => pair.Finding.Severity))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Printable.Of(file.Path)}:{finding.Start.Line + 1}:{finding.Start.Column + 1} {finding.SeverityName} {finding.Rule.Id} {Flagged(file, finding)}{Printable.Of(finding.Message)}"));
        }
    }

    /// <summary>The flagged text, where it is part of one line and short.</summary>
    private static string Flagged(CheckedFile file, ReportedFinding finding)
    {
        var length = finding.End.Column - finding.Start.Column;
        if (finding.Start.Line != finding.End.Line || length is <= 0 or > MaxText)
        {
            return "";
        }

        var start = new LineMap(file.Text).GetStart(finding.Start.Line) + finding.Start.Column;
        return $"`{Printable.Of(file.Text.Substring(start, length))}` ";
    }
}
