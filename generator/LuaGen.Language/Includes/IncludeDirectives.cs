using LuaGen.Language.Syntax;

namespace LuaGen.Language.Includes;

/// <summary>
/// Finds <c>-- @include "shared/lock"</c>, <c>--- @include "…"</c> and <c>--[[ @include "…" ]]</c>. A directive has a line of
/// the comment for itself; in the middle of a sentence it is prose.
/// </summary>
internal static class IncludeDirectives
{
    public const string Keyword = "@include";

    private static readonly char[] Decoration = [' ', '\t', '-', '*', '\r', '[', '='];

    private static readonly char[] Trailing = [' ', '\t', '\r', ';', ']', '='];

    /// <summary>Whether a text can have a directive; almost no script has, and is not read a second time.</summary>
    public static bool MayBeIn(string text) => text.IndexOf(Keyword, StringComparison.Ordinal) >= 0;

    public static IReadOnlyList<IncludeDirective> In(SyntaxTree tree)
    {
        if (!MayBeIn(tree.Text))
        {
            return [];
        }

        var directives = new List<IncludeDirective>();
        foreach (var comment in tree.Comments)
        {
            for (var start = comment.Span.Start; start < comment.Span.End;)
            {
                var newline = tree.Text.IndexOfAny(['\n', '\r'], start, comment.Span.End - start);
                var end = newline < 0 ? comment.Span.End : newline;
                if (Read(tree.Text, start, end) is var (path, span))
                {
                    directives.Add(new IncludeDirective(path, span, comment.Span.End));
                }

                start = end + 1;
            }
        }

        return directives;
    }

    private static (string Path, SourceSpan Span)? Read(string text, int start, int end)
    {
        while (start < end && Array.IndexOf(Decoration, text[start]) >= 0)
        {
            start++;
        }

        if (end - start < Keyword.Length || string.CompareOrdinal(text, start, Keyword, 0, Keyword.Length) != 0)
        {
            return null;
        }

        var open = start + Keyword.Length;
        while (open < end && text[open] is ' ' or '\t')
        {
            open++;
        }

        if (open == start + Keyword.Length || open >= end || text[open] is not ('"' or '\''))
        {
            return null;
        }

        var close = text.IndexOf(text[open], open + 1, end - open - 1);
        return close < 0 || text.Substring(close + 1, end - close - 1).Trim(Trailing).Length > 0
            ? null
            : (text.Substring(open + 1, close - open - 1).Replace('\\', '/'), SourceSpan.FromBounds(start, close + 1));
    }
}
