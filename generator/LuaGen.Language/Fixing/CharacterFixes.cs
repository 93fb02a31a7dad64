using System.Globalization;
using System.Text;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Fixing;

/// <summary>Invisible characters and nested brackets: the fixed script has the same strings.</summary>
internal static class CharacterFixes
{
    /// <summary>An invisible character: removed from a comment, and written as escapes in a quoted string.</summary>
    public static ScriptFix? Of(SyntaxTree tree, Finding finding)
    {
        if (tree.Comments.Any(comment => comment.Span.Contains(finding.Span)))
        {
            return new ScriptFix("Remove the invisible character", [TextEdit.Remove(finding.Span)]);
        }

        if (StringAround(tree, finding.Span) is not { } literal || tree.Text[literal.Span.Start] == '[' || IsEscaped(tree.Text, finding.Span.Start))
        {
            return null;
        }

        // Three digits each, so that no digit that follows is read as a part of the escape.
        var escapes = string.Concat(Encoding.UTF8.GetBytes(tree.Text.Substring(finding.Span.Start, finding.Span.Length))
            .Select(octet => "\\" + octet.ToString("D3", CultureInfo.InvariantCulture)));
        return new ScriptFix($"Write `{escapes}`", [new TextEdit(finding.Span, escapes)]);
    }

    /// <summary><c>[[ … [[ … ]]</c> becomes <c>[=[ … [[ … ]=]</c>.</summary>
    public static ScriptFix? RaiseLevel(SyntaxTree tree, Finding finding)
    {
        var outer = StringAround(tree, finding.Span)?.Span
            ?? tree.Comments.Where(comment => comment.IsLong && comment.Span.Contains(finding.Span)).Select(comment => (SourceSpan?)comment.Span).FirstOrDefault();
        if (outer is not { } span)
        {
            return null;
        }

        var open = tree.Text.IndexOf("[[", span.Start, StringComparison.Ordinal);
        var signs = "=";
        while (tree.Text.IndexOf($"]{signs}]", open, span.End - open, StringComparison.Ordinal) >= 0)
        {
            signs += "=";
        }

        return new ScriptFix($"Write the outer brackets as `[{signs}[ … ]{signs}]`", [TextEdit.Insert(open + 1, signs), TextEdit.Insert(span.End - 1, signs)]);
    }

    private static StringLiteral? StringAround(SyntaxTree tree, SourceSpan span) =>
        SyntaxSearch.All(tree, node => node is StringLiteral && node.Span.Contains(span)).OfType<StringLiteral>().FirstOrDefault();

    private static bool IsEscaped(string text, int position)
    {
        var backslashes = 0;
        while (text[position - backslashes - 1] == '\\')
        {
            backslashes++;
        }

        return backslashes % 2 != 0;
    }
}
