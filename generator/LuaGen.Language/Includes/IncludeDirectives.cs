using LuaGen.Language.Header;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Includes;

/// <summary>
/// Finds <c>-- @include "shared/lock"</c>, <c>--- @include "…"</c> and <c>--[[ @include "…" ]]</c>. A directive has a line of
/// the comment for itself; in the middle of a sentence it is prose.
/// </summary>
internal static class IncludeDirectives
{
    public const string Keyword = "@" + HeaderOptions.Include;

    private static readonly char[] Decoration = [' ', '\t', '-', '*', '\r', '[', '='];

    private static readonly char[] Trailing = [' ', '\t', '\r', ';', ']', '='];

    private static readonly char[] Separators = [' ', '\t'];

    /// <summary>Whether a text can have a directive; almost no script has, and is not read a second time.</summary>
    public static bool MayBeIn(string text) => text.IndexOf(Keyword, StringComparison.Ordinal) >= 0;

    public static IReadOnlyList<IncludeDirective> In(SyntaxTree tree) =>
        [.. Lines(tree).Where(line => line.Path is not null).Select(line => new IncludeDirective(line.Path!, line.Span, line.End))];

    /// <summary>Reports lines that are meant as directives and cannot be read.</summary>
    public static void ReportMalformed(SyntaxTree tree, FindingBag findings)
    {
        foreach (var (_, span, _) in Lines(tree).Where(line => line.Path is null))
        {
            findings.Add(Rule.InvalidOption, span, $"'{Keyword}' needs a path in quotes and nothing after it", $"write, for example, `-- {Keyword} \"shared/lock\"`");
        }
    }

    /// <summary>The lines of comments that begin with the keyword; a path is <see langword="null"/> if it cannot be read.</summary>
    private static IEnumerable<(string? Path, SourceSpan Span, int End)> Lines(SyntaxTree tree)
    {
        if (!MayBeIn(tree.Text))
        {
            yield break;
        }

        foreach (var comment in tree.Comments)
        {
            for (var start = comment.Span.Start; start < comment.Span.End;)
            {
                var newline = tree.Text.IndexOfAny(['\n', '\r'], start, comment.Span.End - start);
                var end = newline < 0 ? comment.Span.End : newline;
                if (Read(tree.Text, start, end) is var (path, span))
                {
                    yield return (path, span, EndOfLine(tree.Text, comment.Span.End));
                }

                start = end + 1;
            }
        }
    }

    /// <summary>The start of the next line, if nothing else is on the line of a comment; otherwise the end of the comment.</summary>
    private static int EndOfLine(string text, int comment)
    {
        var end = comment;
        while (end < text.Length && text[end] is ' ' or '\t')
        {
            end++;
        }

        return end < text.Length && Characters.IsLineEnd(text[end]) ? ScriptText.EndOfLineEnd(text, end) : comment;
    }

    private static (string? Path, SourceSpan Span)? Read(string text, int start, int end)
    {
        while (start < end && Array.IndexOf(Decoration, text[start]) >= 0)
        {
            start++;
        }

        var open = start + Keyword.Length;
        if (end < open || string.CompareOrdinal(text, start, Keyword, 0, Keyword.Length) != 0 || (open < end && Characters.IsNamePart(text[open])))
        {
            return null;
        }

        while (open < end && text[open] is ' ' or '\t')
        {
            open++;
        }

        if (open < end && text[open] is '"' or '\'' && text.IndexOf(text[open], open + 1, end - open - 1) is var close and >= 0)
        {
            var span = SourceSpan.FromBounds(start, close + 1);
            var rest = text.Substring(close + 1, end - close - 1).Trim(Trailing);
            var path = text.Substring(open + 1, close - open - 1).Replace('\\', '/');
            return (rest.Length == 0 || rest.StartsWith("--", StringComparison.Ordinal) ? path : null, span);
        }

        // Several words are a sentence.
        var words = text.Substring(open, end - open).Trim(Trailing);
        return words.IndexOfAny(Separators) < 0 ? (null, SourceSpan.FromBounds(start, open + words.Length)) : null;
    }
}
