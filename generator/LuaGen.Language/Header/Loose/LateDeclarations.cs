using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Header.Loose;

/// <summary>Finds canonical declarations after the first statement, where nothing reads them.</summary>
internal static class LateDeclarations
{
    /// <summary>What a comment on the next line says of a key; in a declaration these would be odd names.</summary>
    private static readonly HashSet<string> Predicates = new(StringComparer.OrdinalIgnoreCase)
    {
        "exists", "missing", "expired", "expires", "absent", "empty", "found", "gone", "set", "unset", "only", "first", "last", "here", "again", "too", "now", "present", "locked", "free", "taken", "holds", "wins", "done",
    };

    private static readonly string[] Words = ["KEYS[", "ARGV[", "RETURNS"];

    public static void Report(ScriptHeader header, SyntaxTree tree, FindingBag findings)
    {
        // The comments below the header of a library's function are the headers of others.
        if (tree.HeaderStart is not null || !tree.Comments.Any(comment => Words.Any(word => tree.Text.IndexOf(word, comment.Span.Start, comment.Span.Length, StringComparison.Ordinal) >= 0)))
        {
            return;
        }

        var lines = HeaderComment.LinesBelow(tree);
        if (!lines.Any(MayDeclare))
        {
            return;
        }

        var declared = new Declared(header);
        var functions = FunctionSpans.Of(tree);
        var function = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            while (function < functions.Count && functions[function].End <= line.Start)
            {
                function++;
            }

            var isInFunction = function < functions.Count && functions[function].Start <= line.Start;
            if (!isInFunction && MayDeclare(line) && declared.Lacks(line) && !IsPredicate(lines, i))
            {
                findings.LateDeclaration(line);
            }
        }
    }

    private static bool MayDeclare(HeaderLine line) => Words.Any(word => line.Text.StartsWith(word, StringComparison.Ordinal));

    /// <summary><c>-- KEYS[1] exists</c>, alone above the statement that depends on it.</summary>
    private static bool IsPredicate(List<HeaderLine> lines, int index) =>
        lines[index].Text[0] == 'K'
        && Predicates.Contains(lines[index].Text.Substring(lines[index].Text.LastIndexOf(' ') + 1))
        && !HasNeighbor(lines, index, -1) && !HasNeighbor(lines, index, 1);

    private static bool HasNeighbor(List<HeaderLine> lines, int index, int step) =>
        index + step >= 0 && index + step < lines.Count && lines[index + step].Run == lines[index].Run && MayDeclare(lines[index + step]);

    /// <summary>What the header declares.</summary>
    private sealed class Declared(ScriptHeader header)
    {
        private readonly HashSet<(bool IsKey, int Index)> _elements = new(
            header.Keys.Select(key => (true, key.Index))
                .Concat(header.Arguments.Select(argument => (false, argument.Index)))
                .Concat(header.Loose.Select(loose => (loose.IsKey, loose.Index))));

        private readonly bool _hasAllKeys = header.Keys.Any(key => key.IsRest);
        private readonly bool _hasAllArguments = !header.HasAllArguments || header.Arguments.Any(argument => argument.IsRest);

        /// <summary>Whether a line is a canonical declaration of something else.</summary>
        public bool Lacks(HeaderLine line)
        {
            var parser = new DeclarationParser(line, new FindingBag());
            return line.Text[0] switch
            {
                'K' => !_hasAllKeys && parser.ParseKey(out var key) == DeclarationParser.Reading.Declared && !_elements.Contains((true, key!.Index)),
                'A' => !_hasAllArguments && parser.ParseArgument(out var argument) == DeclarationParser.Reading.Declared
                    && argument!.Type is not UnknownType && !_elements.Contains((false, argument.Index)),
                _ => header.Replies.Count == 0 && !header.HasFaultyReply && parser.ParseReply(out var reply) == DeclarationParser.Reading.Declared
                    && TypeSpelling.IsKnown(TypeSpelling.Resolve(reply!.Type)),
            };
        }
    }

    /// <summary>The spans of the functions, and of the comments directly above them.</summary>
    private sealed class FunctionSpans(string text) : SyntaxWalker
    {
        private readonly List<SourceSpan> _spans = [];

        public static List<SourceSpan> Of(SyntaxTree tree)
        {
            var spans = new FunctionSpans(tree.Text);
            spans.VisitBlock(tree.Chunk);
            return spans._spans;
        }

        protected override void VisitStatement(Statement statement)
        {
            if (FunctionDocumentation.IsFunction(statement))
            {
                _spans.Add(SourceSpan.FromBounds(StartWithComment(statement.Span.Start), statement.Span.End));
                return;
            }

            base.VisitStatement(statement);
        }

        /// <summary>The start of the lines above that begin with dashes.</summary>
        private int StartWithComment(int start)
        {
            while (true)
            {
                var lineStart = start == 0 ? -1 : text.LastIndexOf('\n', start - 1);
                var above = lineStart <= 0 ? -1 : text.LastIndexOf('\n', lineStart - 1);
                if (lineStart < 0 || !text.Substring(above + 1, lineStart - above - 1).TrimStart().StartsWith("--", StringComparison.Ordinal))
                {
                    return start;
                }

                start = above + 1;
                if (start == 0)
                {
                    return 0;
                }
            }
        }
    }
}
