using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Tool.LanguageServer.Documents;
using LuaGen.Tool.LanguageServer.Protocol;
using Range = LuaGen.Tool.LanguageServer.Protocol.Range;

namespace LuaGen.Tool.LanguageServer.Features.CodeActions;

/// <summary>The comment that suppresses a finding: in the line above, beside the rules that are suppressed there, or for the file where a line above would be inside a string or a comment.</summary>
internal static class SuppressionEdit
{
    private const string NextLine = "-- luagen: disable-next-line ";

    public static TextEdit Of(ScriptView view, Finding finding)
    {
        var line = view.Lines.PositionOf(finding.Span.Start).Line;
        var start = view.Lines.StartOf(line);
        var lineEnd = view.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        if (start < (view.Analysis.Tree.Shebang?.Span.End ?? 0) || IsInside(view, start))
        {
            var top = view.Analysis.Tree.Shebang is null ? 0 : view.Lines.OffsetOf(new Position(1, 0));
            return Insert(view, top, $"-- luagen: disable {finding.Rule.Id}{lineEnd}");
        }

        if (line > 0 && view.Text.AsSpan(view.Lines.StartOf(line - 1), view.Lines.EndOf(line - 1) - view.Lines.StartOf(line - 1)).TrimStart().StartsWith(NextLine, StringComparison.Ordinal))
        {
            return Insert(view, view.Lines.EndOf(line - 1), $", {finding.Rule.Id}");
        }

        var indent = start;
        while (indent < view.Text.Length && view.Text[indent] is ' ' or '\t')
        {
            indent++;
        }

        return Insert(view, start, $"{view.Text[start..indent]}{NextLine}{finding.Rule.Id}{lineEnd}");
    }

    private static TextEdit Insert(ScriptView view, int offset, string text)
    {
        var position = view.Lines.PositionOf(offset);
        return new TextEdit(new Range(position, position), text);
    }

    /// <summary>Whether a position at the start of a line is inside a long comment or a string over several lines.</summary>
    private static bool IsInside(ScriptView view, int offset) =>
        view.Analysis.Tree.Comments.Any(comment => comment.IsLong && comment.Span.Start < offset && offset < comment.Span.End)
        || new Strings(view.Analysis.Tree.Chunk, offset).Contains;

    private sealed class Strings : SyntaxWalker
    {
        private readonly int _offset;

        public Strings(Block chunk, int offset)
        {
            _offset = offset;
            VisitBlock(chunk);
        }

        public bool Contains { get; private set; }

        protected override void Enter(Expression expression) =>
            Contains |= expression is StringLiteral && expression.Span.Start < _offset && _offset < expression.Span.End;
    }
}
