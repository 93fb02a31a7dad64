using LuaGen.Language.Binding;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Editing.Completions;

/// <summary>Completes comments: declarations of the header, and comments that suppress rules.</summary>
internal static class CommentCompletion
{
    private static readonly string[] Verbs = ["disable-next-line", "disable-line", "disable"];

    public static CompletionList At(ScriptAnalysis analysis, Comment comment, int offset)
    {
        var text = analysis.Tree.Text;
        var lineStart = offset;
        while (lineStart > comment.Span.Start && !Characters.IsLineEnd(text[lineStart - 1]))
        {
            lineStart--;
        }

        var start = lineStart;
        while (start < offset && text[start] is ' ' or '\t' or '-' or '*' or '[' or '=')
        {
            start++;
        }

        var line = text.Substring(start, offset - start);
        var word = offset;
        while (word > start && (Characters.IsNamePart(text[word - 1]) || text[word - 1] is '@' or '-'))
        {
            word--;
        }

        var end = offset;
        while (end < text.Length && Characters.IsNamePart(text[end]))
        {
            end++;
        }

        return CompletionList.Of(text, SourceSpan.FromBounds(word, end), offset, Candidates(analysis, comment, line, text.Substring(start, word - start)));
    }

    private static IEnumerable<Candidate> Candidates(ScriptAnalysis analysis, Comment comment, string line, string before)
    {
        if (line.StartsWith("luagen:", StringComparison.Ordinal))
        {
            return Suppression(analysis, comment, before);
        }

        if (Described(analysis, comment) is not { } described)
        {
            return [new Candidate("luagen: disable-next-line ", CandidateKind.Header, 0, "suppresses a rule")];
        }

        return before.Length == 0 ? Lines(described) : described.Tree.Shebang?.LibraryName is not null && described == analysis ? [] : Parts(described, before);
    }

    /// <summary>The script or the function whose header a comment can be, or the library at whose top it is.</summary>
    private static ScriptAnalysis? Described(ScriptAnalysis analysis, Comment comment)
    {
        var run = CommentPlaces.StartAbove(analysis.Tree, comment.Span.End);
        var function = analysis.Functions.FirstOrDefault(each =>
            (each.Regions[0].Start <= comment.Span.Start && comment.Span.Start < each.Regions[0].End)
            || (run is { } start && each.HeaderPlaces.Contains(start) && (!each.Header.DeclaresAnything || each.Tree.HeaderStart == start)));
        return function ?? (analysis.Tree.Chunk.Statements is [var first, ..] && first.Span.Start <= comment.Span.Start ? null : analysis);
    }

    private static IEnumerable<Candidate> Suppression(ScriptAnalysis analysis, Comment comment, string before)
    {
        if (!Verbs.Any(verb => before.Contains(verb)))
        {
            return Verbs.Select((verb, i) => new Candidate(verb, CandidateKind.Header, i));
        }

        var lines = new LineMap(analysis.Tree.Text);
        var line = lines.GetPosition(comment.Span.Start).Line;
        var near = analysis.Findings.Where(finding => lines.GetPosition(finding.Span.Start).Line is var at && (at == line || at == line + 1)).Select(finding => finding.Rule).Distinct().ToList();
        return Rule.All.Where(rule => rule.Severity != Severity.Error)
            .Select(rule => new Candidate(rule.Id, CandidateKind.Rule, near.Contains(rule) ? 0 : analysis.Findings.Any(finding => finding.Rule == rule) ? 1 : 2, rule.Title, new RuleEntity(rule)));
    }

    /// <summary>What a line of the header can begin with: first what the code reads and the header does not declare.</summary>
    private static IEnumerable<Candidate> Lines(ScriptAnalysis analysis)
    {
        var isOfLibrary = analysis.Tree.Shebang?.LibraryName is not null;
        var isTopOfLibrary = isOfLibrary && analysis.Tree.HeaderStart is null;
        var signature = SignatureInference.Of(analysis.Script);
        foreach (var table in isTopOfLibrary ? [] : new[] { ParameterTable.Keys, ParameterTable.Argv })
        {
            var declared = table == ParameterTable.Keys ? analysis.Header.Keys.Select(key => key.Index) : analysis.Header.Arguments.Select(argument => argument.Index);
            var known = new HashSet<int>(declared);
            var next = Enumerable.Range(1, known.Count + 1).First(index => !known.Contains(index));
            var name = signature.Find(table, next)?.Name;
            var access = table.Element(next);
            var line = name is null ? access : table == ParameterTable.Keys ? $"{access} {name}" : $"{access} {name}: {(signature.Find(table, next)!.IsNumber ? "double" : "value")}";
            var isRead = next <= signature.Count(table);
            yield return new Candidate(line, table == ParameterTable.Keys ? CandidateKind.Key : CandidateKind.Argument, (isRead ? 0 : 10) + (int)table, "declares " + access);
        }

        var keywords = HeaderKeywords.All.Skip(2).Where(keyword => !isOfLibrary || HeaderKeywords.IsInLibrary(keyword, isTopOfLibrary));
        foreach (var (keyword, i) in keywords.Select((keyword, i) => (keyword, i)))
        {
            yield return new Candidate(keyword.Name, CandidateKind.Header, 5 + i, keyword.Form, new HeaderKeywordEntity(keyword.Name));
        }

        yield return new Candidate("luagen: disable-next-line ", CandidateKind.Header, 50, "suppresses a rule");
    }

    private static IEnumerable<Candidate> Parts(ScriptAnalysis analysis, string before)
    {
        var trimmed = before.TrimEnd();
        if (trimmed is "RAISES")
        {
            var raised = ScriptIndex.Of(analysis).All.Where(occurrence => occurrence.Entity is CodeEntity && occurrence.Role == OccurrenceRole.Read).Select(occurrence => ((CodeEntity)occurrence.Entity).Code).Distinct();
            return raised.Select(code => new Candidate(code, CandidateKind.Code, analysis.Header.Raises.Any(raises => raises.Code == code) ? 1 : 0, Entity: new CodeEntity(code)));
        }

        if (before.StartsWith("ARGV[", StringComparison.Ordinal) && trimmed.EndsWith(":", StringComparison.Ordinal))
        {
            return Types(HeaderType.ArgumentNames);
        }

        if (before.StartsWith("RETURNS", StringComparison.Ordinal) && trimmed is "RETURNS" or "RETURNS?" or [.., ':' or '<' or ',' or '('])
        {
            return Types(HeaderType.ReplyNames);
        }

        var table = before.StartsWith("KEYS[", StringComparison.Ordinal) ? ParameterTable.Keys : ParameterTable.Argv;
        return trimmed.EndsWith("]", StringComparison.Ordinal) && trimmed.Length > 6 && int.TryParse(trimmed.Substring(5, trimmed.Length - 6), out var index)
            && SignatureInference.Of(analysis.Script).Find(table, index)?.Name is { } name
                ? [new Candidate(name, CandidateKind.Local, 0, "the local of this index")]
                : [];
    }

    private static IEnumerable<Candidate> Types(IEnumerable<string> names) =>
        names.Select((name, i) => new Candidate(name, CandidateKind.Type, i, Entity: new TypeEntity(HeaderType.Find(name)!)));
}
