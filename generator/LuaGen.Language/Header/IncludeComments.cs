using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Header;

/// <summary>
/// Finds <c>@include "shared/lock.lua"</c> anywhere in the script, also as <c>--- @include</c> between statements, where
/// other script loaders accept it.
/// </summary>
internal static class IncludeComments
{
    private const string Directive = "@include";

    private static readonly char[] Decoration = [' ', '\t', '-', '*', '\r'];

    /// <summary>Whether the script has any include, and is therefore incomplete by itself.</summary>
    public static bool Report(SyntaxTree tree, FindingBag findings)
    {
        var isAny = false;
        foreach (var comment in tree.Comments)
        {
            for (var start = comment.Span.Start; start < comment.Span.End;)
            {
                var newline = tree.Text.IndexOf('\n', start, comment.Span.End - start);
                var end = newline < 0 ? comment.Span.End : newline;
                if (DirectiveIn(tree.Text, SourceSpan.FromBounds(start, end)) is { } directive)
                {
                    findings.NotBuiltYet(directive, Directive);
                    isAny = true;
                }

                start = end + 1;
            }
        }

        return isAny;
    }

    private static SourceSpan? DirectiveIn(string text, SourceSpan line)
    {
        var start = line.Start;
        while (start < line.End && Array.IndexOf(Decoration, text[start]) >= 0)
        {
            start++;
        }

        if (string.CompareOrdinal(text, start, Directive, 0, Directive.Length) != 0)
        {
            return null;
        }

        var file = start + Directive.Length;
        while (file < line.End && text[file] is ' ' or '\t')
        {
            file++;
        }

        return file < line.End && file > start + Directive.Length && text[file] is '"' or '\''
            ? SourceSpan.FromBounds(start, text.Substring(0, line.End).TrimEnd().Length)
            : null;
    }
}
