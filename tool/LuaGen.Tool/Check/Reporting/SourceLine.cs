using LuaGen.Tool.Check.Analysis;

namespace LuaGen.Tool.Check.Reporting;

/// <summary>The line that a finding is on, and the marks to put below it.</summary>
/// <param name="Text">The line, or the part of it around the finding.</param>
/// <param name="Indent">What is before the marks: as wide as the text before the finding.</param>
/// <param name="Marks">A caret, and a tilde for each further character.</param>
internal sealed record SourceLine(string Text, string Indent, string Marks)
{
    private const int MaxLength = 160;
    private const int MaxBefore = 60;
    private const string Cut = "…";

    /// <summary><see langword="null"/> if there is nothing to show on that line.</summary>
    public static SourceLine? Of(CheckedFile file, ReportedFinding finding, LineMap lines)
    {
        var start = lines.GetStart(finding.Start.Line);
        var end = start;
        while (end < file.Text.Length && file.Text[end] is not ('\n' or '\r'))
        {
            end++;
        }

        var line = file.Text[start..end];
        if (string.IsNullOrWhiteSpace(line))
        {
            return null;
        }

        var column = Math.Min(finding.Start.Column, line.Length);
        var length = finding.End.Line > finding.Start.Line ? line.Length - column : Math.Min(finding.End.Column, line.Length) - column;
        var (from, lead) = line.Length > MaxLength && column > MaxBefore ? (column - MaxBefore, Cut) : (0, "");
        var shown = line.Substring(from, Math.Min(line.Length - from, MaxLength));
        var trail = from + shown.Length < line.Length ? Cut : "";
        length = Math.Clamp(length, 1, Math.Max(1, shown.Length - (column - from)));
        var before = lead + shown[..(column - from)];
        return new SourceLine(
            Printable.Of(lead + shown + trail),
            string.Concat(before.Select(c => c == '\t' ? '\t' : ' ')),
            "^" + new string('~', length - 1));
    }
}
