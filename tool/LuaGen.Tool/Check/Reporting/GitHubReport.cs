using System.Globalization;
using LuaGen.Language.Rules;
using LuaGen.Tool.Check.Analysis;

namespace LuaGen.Tool.Check.Reporting;

/// <summary>Workflow commands of GitHub Actions, which become annotations of a pull request.</summary>
internal sealed class GitHubReport : IReport
{
    public void Write(CheckResult result, TextWriter output)
    {
        foreach (var (file, finding) in result.Findings)
        {
            // GitHub ignores columns of an annotation over several lines.
            var end = finding.End.Line == finding.Start.Line
                ? string.Create(CultureInfo.InvariantCulture, $",endColumn={Math.Max(finding.End.Column, finding.Start.Column + 1) + 1}")
                : "";
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"::{CommandOf(finding.Severity)} file={Property(file.Path)},line={finding.Start.Line + 1},endLine={finding.End.Line + 1},col={finding.Start.Column + 1}{end},title={finding.Rule.Id}::{Data(finding.Message)}"));
        }
    }

    private static string CommandOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "notice",
    };

    private static string Data(string text) => Printable.Of(text)
        .Replace("%", "%25", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
