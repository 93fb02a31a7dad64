using System.Globalization;
using LuaGen.Tool.Check.Analysis;
using LuaGen.Tool.Check.Fixing;

namespace LuaGen.Tool.Check.Reporting;

/// <summary><c>--diff</c>: what <c>--fix</c> would change, as a unified diff that <c>git apply</c> and <c>patch -p1</c> take.</summary>
/// <param name="isTerminal">Whether users read it, so that no control character of a script may get through.</param>
internal sealed class DiffReport(bool isTerminal) : IReport
{
    /// <summary>The unchanged lines around a change.</summary>
    private const int Context = 3;

    public void Write(CheckResult result, TextWriter output)
    {
        foreach (var file in result.Fixed)
        {
            var prefix = Path.IsPathRooted(file.Path) ? ("", "") : ("a/", "b/");
            output.Write($"--- {prefix.Item1}{Printable.Of(file.Path)}\n+++ {prefix.Item2}{Printable.Of(file.Path)}\n");
            Write(LineComparison.Run(file.Before, file.After), output);
        }
    }

    private void Write(List<LineChange> lines, TextWriter output)
    {
        var (left, right, next) = (1, 1, 0);
        while (next < lines.Count)
        {
            var first = lines.FindIndex(next, line => line.Sign != ' ');
            if (first < 0)
            {
                return;
            }

            var start = Math.Max(next, first - Context);
            left += start - next;
            right += start - next;
            next = EndOfHunk(lines, first);
            var hunk = lines.GetRange(start, next - start);
            var (removed, added) = (hunk.Count(line => line.Sign != '+'), hunk.Count(line => line.Sign != '-'));
            output.Write(string.Create(CultureInfo.InvariantCulture, $"@@ -{Range(left, removed)} +{Range(right, added)} @@\n"));
            foreach (var line in hunk)
            {
                Write(line, output);
            }

            (left, right) = (left + removed, right + added);
        }
    }

    /// <summary>The end of the lines that belong together: further changes count if no more than twice the context is between.</summary>
    private static int EndOfHunk(List<LineChange> lines, int first)
    {
        var last = first;
        for (var i = first; i < lines.Count && i <= last + (2 * Context); i++)
        {
            last = lines[i].Sign == ' ' ? last : i;
        }

        return Math.Min(lines.Count, last + 1 + Context);
    }

    /// <summary>An empty range is named by the line before it.</summary>
    private static string Range(int start, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? start - 1 : start)}{(count == 1 ? "" : $",{count}")}");

    private void Write(LineChange line, TextWriter output)
    {
        var hasEnd = line.Text.EndsWith('\n');
        var text = hasEnd ? line.Text[..^1] : line.Text;
        output.Write($"{line.Sign}{(isTerminal ? Printable.Of(text.TrimEnd('\r')) : text)}\n");
        if (!hasEnd)
        {
            output.Write("\\ No newline at end of file\n");
        }
    }
}
