using LuaGen.Language.Checking;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Fixing;

/// <summary>Comments that suppress a rule: written for a finding, and removed where they suppress nothing.</summary>
internal static class SuppressionFixes
{
    private const string NextLine = "disable-next-line";

    /// <summary>Removes a rule from its comment, and the comment with its last rule.</summary>
    public static ScriptFix? Remove(SyntaxTree tree, Finding finding)
    {
        if (CommentAround(tree, finding.Span) is not { } comment)
        {
            return null;
        }

        var rules = WordsOf(tree, comment).Skip(1).ToArray();
        var index = Array.FindIndex(rules, rule => rule.Start == finding.Span.Start);
        var removed = rules.Length < 2 ? LineOf(tree.Text, comment.Span)
            : index + 1 < rules.Length ? SourceSpan.FromBounds(rules[index].Start, rules[index + 1].Start)
            : SourceSpan.FromBounds(rules[index - 1].End, rules[index].End);
        return new ScriptFix("Remove the suppression", [TextEdit.Remove(removed)]);
    }

    /// <summary>The comments that would suppress a finding, at its line and for the whole file. An error cannot be suppressed.</summary>
    public static IEnumerable<ScriptFix> Suppress(SyntaxTree tree, Finding finding)
    {
        if (finding.IsError || finding.Rule == Rule.UnusedSuppression)
        {
            yield break;
        }

        var (text, id) = (tree.Text, finding.Rule.Id);
        var line = LineEnds.StartOfLine(text, finding.Span.Start);
        var lineEnd = LineEnds.Of(text);
        if (CommentBefore(tree, line) is { } above)
        {
            yield return new ScriptFix($"Suppress {id} on this line", [TextEdit.Insert(above.Span.End, " " + id)]);
        }
        else if (!IsInsideToken(tree, line))
        {
            yield return new ScriptFix($"Suppress {id} on this line", [TextEdit.Insert(line, $"{LineEnds.IndentAt(text, line)}-- luagen: {NextLine} {id}{lineEnd}")]);
        }

        var top = HeaderPlace.AfterShebang(text);
        var gap = top > 0 && !Characters.IsLineEnd(text[top - 1]) ? lineEnd : "";
        yield return new ScriptFix($"Suppress {id} in this file", [TextEdit.Insert(top, $"{gap}-- luagen: disable {id}{lineEnd}")]);
    }

    private static SourceSpan[] WordsOf(SyntaxTree tree, Comment comment) =>
        [.. SuppressionComments.WordsOf(tree.Text.Substring(comment.Span.Start, comment.Span.Length)).Select(word => new SourceSpan(comment.Span.Start + word.Start, word.Word.Length))];

    private static Comment? CommentAround(SyntaxTree tree, SourceSpan span) =>
        tree.Comments.Where(comment => comment.Span.Contains(span)).Select(comment => (Comment?)comment).FirstOrDefault();

    /// <summary>A comment for the next line that is there already.</summary>
    private static Comment? CommentBefore(SyntaxTree tree, int line) => tree.Comments
        .Where(comment => !comment.IsLong && LineEnds.StartOfNextLine(tree.Text, comment.Span.End) == line && comment.Span.End < line
            && WordsOf(tree, comment) is [var verb, ..] && tree.Text.Substring(verb.Start, verb.Length) == NextLine)
        .Select(comment => (Comment?)comment).FirstOrDefault();

    /// <summary>Whether a line begins inside a string or a comment of several lines.</summary>
    private static bool IsInsideToken(SyntaxTree tree, int line) =>
        tree.Comments.Any(comment => comment.Span.Start < line && line < comment.Span.End)
        || SyntaxSearch.All(tree, node => node is StringLiteral && node.Span.Start < line && line < node.Span.End).Count > 0;

    /// <summary>A comment with its line if nothing else is there, and otherwise with the spaces before it.</summary>
    private static SourceSpan LineOf(string text, SourceSpan comment)
    {
        var start = LineEnds.StartOfLine(text, comment.Start);
        if (string.IsNullOrWhiteSpace(text.Substring(start, comment.Start - start)))
        {
            return SourceSpan.FromBounds(start, LineEnds.StartOfNextLine(text, comment.End));
        }

        return SourceSpan.FromBounds(start + text.Substring(start, comment.Start - start).TrimEnd().Length, comment.End);
    }
}
