using LuaGen.Language.Fixing;
using LuaGen.Language.Syntax;
using LuaGen.Tool.LanguageServer.Documents;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer.Features.Folding;

/// <summary>The parts that an editor can fold: functions, blocks, tables and calls over several lines, comments.</summary>
internal static class FoldingFeature
{
    public static FoldingRange[] Of(ScriptView view, DocumentParams parameters)
    {
        var ranges = new HashSet<FoldingRange>(new Parts(view).Ranges);
        AddComments(view, ranges);
        return [.. ranges.OrderBy(range => range.StartLine).ThenBy(range => range.EndLine)];
    }

    /// <summary>A long comment, or a run of comments on lines of their own.</summary>
    private static void AddComments(ScriptView view, HashSet<FoldingRange> ranges)
    {
        var comments = view.Analysis.Tree.Comments;
        for (var i = 0; i < comments.Count; i++)
        {
            var first = view.LineOf(comments[i].Span.Start);
            var last = view.LineOf(comments[i].Span.End);
            while (!comments[i].IsLong && i + 1 < comments.Count && !comments[i + 1].IsLong && IsAlone(view, comments[i + 1], last + 1))
            {
                i++;
                last++;
            }

            if (last > first)
            {
                ranges.Add(new FoldingRange(first, last, "comment"));
            }
        }
    }

    private static bool IsAlone(ScriptView view, Comment comment, int line) =>
        view.LineOf(comment.Span.Start) == line && view.Text[LineEnds.StartOfLine(view.Text, comment.Span.Start)..comment.Span.Start].AsSpan().IsWhiteSpace();

    private sealed class Parts : SyntaxWalker
    {
        private readonly ScriptView _view;

        public Parts(ScriptView view)
        {
            _view = view;
            VisitBlock(view.Analysis.Tree.Chunk);
        }

        public List<FoldingRange> Ranges { get; } = [];

        protected override void VisitStatement(Statement statement)
        {
            if (statement is DoStatement or WhileStatement or RepeatStatement or NumericForStatement or GenericForStatement or FunctionStatement or LocalFunctionStatement)
            {
                Add(statement.Span);
            }

            base.VisitStatement(statement);
        }

        protected override void VisitIf(IfStatement statement)
        {
            for (var i = 0; i < statement.Clauses.Count; i++)
            {
                var end = i + 1 < statement.Clauses.Count ? statement.Clauses[i + 1].Span.Start : statement.Else is { } otherwise ? otherwise.Span.Start : statement.Span.End;
                Add(SourceSpan.FromBounds(statement.Clauses[i].Span.Start, end));
            }

            if (statement.Else is { } @else)
            {
                Add(SourceSpan.FromBounds(@else.Span.Start, statement.Span.End));
            }

            base.VisitIf(statement);
        }

        protected override void Enter(Expression expression)
        {
            if (expression is TableConstructor or FunctionExpression or CallExpression or StringLiteral)
            {
                Add(expression.Span);
            }
        }

        /// <summary>The last line, with its <c>end</c> or bracket, stays in view.</summary>
        private void Add(SourceSpan span)
        {
            var (first, last) = (_view.LineOf(span.Start), _view.LineOf(span.End) - 1);
            if (last > first)
            {
                Ranges.Add(new FoldingRange(first, last, Kind: null));
            }
        }
    }
}
