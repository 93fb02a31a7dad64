using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking;

/// <summary>
/// Reads <c>-- luagen: disable LUA3002</c> (for the file), <c>disable-line</c> and <c>disable-next-line</c>, and removes
/// the findings that they suppress. A comment that is malformed or unnecessary is itself reported.
/// </summary>
internal sealed class SuppressionComments
{
    private const string Mark = "luagen:";

    private static readonly char[] Separators = [' ', '\t', ','];

    private readonly List<(Suppression Suppression, SourceSpan Span)> _suppressions = [];
    private readonly FindingBag _findings;
    private readonly LineMap _lines;

    private SuppressionComments(SyntaxTree tree, FindingBag findings)
    {
        _findings = findings;
        _lines = new LineMap(tree.Text);
        foreach (var comment in tree.Comments)
        {
            Read(tree.Text, comment);
        }
    }

    /// <summary>The remaining findings, and the suppressions for findings that a host reports later.</summary>
    public static (EquatableArray<Finding> Findings, EquatableArray<Suppression> Suppressions) Apply(SyntaxTree tree, FindingBag findings)
    {
        var comments = new SuppressionComments(tree, findings);
        return (comments.Remaining(), comments._suppressions.Select(pair => pair.Suppression).ToEquatableArray());
    }

    private static bool IsSuppression(string comment) => comment.TrimStart('-', ' ', '\t').StartsWith(Mark, StringComparison.Ordinal);

    private EquatableArray<Finding> Remaining()
    {
        var used = new HashSet<Suppression>();
        var remaining = new List<Finding>();
        foreach (var finding in _findings.ToEquatableArray())
        {
            var line = _lines.GetPosition(finding.Span.Start).Line;
            var covering = finding.IsError
                ? []
                : _suppressions.Select(pair => pair.Suppression).Where(suppression => suppression.Covers(finding.Rule, line)).ToList();
            used.UnionWith(covering);
            if (covering.Count == 0)
            {
                remaining.Add(finding);
            }
        }

        var unused = new FindingBag();
        foreach (var (suppression, span) in _suppressions.Where(pair => !used.Contains(pair.Suppression) && !pair.Suppression.Rule.IsFoundByHost))
        {
            unused.UnusedSuppression(span, suppression.Rule);
        }

        return remaining.Concat(unused.ToEquatableArray()).ToEquatableArray();
    }

    private void Read(string text, Comment comment)
    {
        var words = text.Substring(comment.Span.Start, comment.Span.Length);
        if (comment.IsLong || !IsSuppression(words))
        {
            return;
        }

        var line = _lines.GetPosition(comment.Span.Start).Line;
        (int First, int Last)? lines = null;
        var rules = 0;
        foreach (var (word, start) in WordsOf(words))
        {
            var span = new SourceSpan(comment.Span.Start + start, word.Length);
            if (lines is not var (first, last))
            {
                lines = LinesOf(word, line);
                if (lines is null)
                {
                    _findings.UnknownSuppression(span, $"'{word}' is not a verb; write `disable`, `disable-line` or `disable-next-line`");
                    return;
                }
            }
            else
            {
                Add(word, span, first, last);
                rules++;
            }
        }

        if (rules == 0)
        {
            _findings.UnknownSuppression(comment.Span, "it names no rule; write `-- luagen: disable-next-line LUA3002`");
        }
    }

    private void Add(string word, SourceSpan span, int first, int last)
    {
        if (Rule.Find(word) is not { } rule)
        {
            _findings.UnknownSuppression(span, $"'{word}' is not a rule; correct its id");
            return;
        }

        if (rule.Severity == Severity.Error)
        {
            _findings.UnknownSuppression(span, $"{word} is an error, which cannot be suppressed; fix the script");
            return;
        }

        _suppressions.Add((new Suppression(rule, first, last), span));
    }

    private static (int First, int Last)? LinesOf(string verb, int line) => verb switch
    {
        "disable" => (0, int.MaxValue),
        "disable-line" => (line, line),
        "disable-next-line" => (line + 1, line + 1),
        _ => null,
    };

    /// <summary>The verb and the rules of a comment, with their offsets in it; none if it does not suppress anything.</summary>
    public static IEnumerable<(string Word, int Start)> WordsOf(string text)
    {
        var position = IsSuppression(text) ? text.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length : text.Length;
        while (position < text.Length)
        {
            var end = text.IndexOfAny(Separators, position);
            end = end < 0 ? text.Length : end;
            if (end > position)
            {
                yield return (text.Substring(position, end - position), position);
            }

            position = end + 1;
        }
    }
}
