using LuaGen.Language.Commands;
using LuaGen.Language.Model;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Fixing;

/// <summary>
/// Fixes one script. Each fix is tried before it is offered: the finding must be gone, no finding above info may be
/// new, and a header that is written down must declare what the typed call took before.
/// </summary>
/// <param name="source">The script as the host provides it; its text is that of the analyses that are passed in.</param>
/// <param name="options">The servers that the script runs on.</param>
internal sealed class ScriptFixer(ScriptSource source, ScriptOptions options)
{
    /// <summary>A fix can make another one possible, but no script needs many rounds.</summary>
    private const int MaxRounds = 20;

    /// <summary>Rules that report only the first place of several, so that the next place is reported when it is fixed.</summary>
    private static readonly Rule[] ReportedOnce = [Rule.DigitsLost, Rule.EmptyTakenForNil, Rule.TypeContradicted];

    /// <summary>
    /// Whether <see cref="FixAll"/> also rewrites scripts in the form of StackExchange.Redis's <c>LuaScript</c>. C# that prepares such a file with that
    /// client would no longer find its names, so callers ask for it.
    /// </summary>
    public bool RewritesLuaScripts { get; init; }

    /// <summary>The fix of a finding, or <see langword="null"/>.</summary>
    public ScriptFix? For(ScriptAnalysis analysis, Finding finding, CancellationToken cancellationToken) =>
        ScriptFixes.Of(analysis, finding) is { } fix && TryApply(analysis, [(finding, fix)], cancellationToken) is not null ? fix : null;

    /// <summary>The comments that suppress a finding: first on its line, if one can be there, then in the whole file.</summary>
    public IEnumerable<ScriptFix> Suppressions(ScriptAnalysis analysis, Finding finding, CancellationToken cancellationToken) =>
        analysis.Composed is not null ? [] : SuppressionFixes.Suppress(analysis.Tree, analysis.InTree(finding)).Select(fix => LuaScriptFixes.InFile(analysis, fix)).Where(fix => TryApply(analysis, [(finding, fix)], cancellationToken) is not null);

    /// <summary>Applies all fixes, until none is left.</summary>
    public ScriptAnalysis FixAll(ScriptAnalysis analysis, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds && FixMany(analysis, cancellationToken) is { } @fixed; round++)
        {
            analysis = @fixed;
        }

        return analysis;
    }

    /// <summary>Applies as many fixes as do not touch each other: all at once, or one by one if one of them is not sound.</summary>
    private ScriptAnalysis? FixMany(ScriptAnalysis analysis, CancellationToken cancellationToken)
    {
        var fixes = Candidates(analysis);
        if (fixes.Count == 0)
        {
            return null;
        }

        if (TryApply(analysis, fixes, cancellationToken) is { } all)
        {
            return all;
        }

        // From the end of the text on, so that the places of the others stay as they are.
        var (current, applied) = (analysis, int.MaxValue);
        foreach (var single in fixes.OrderByDescending(pair => LastOf(pair.Fix).Span.End))
        {
            if (LastOf(single.Fix).Span.End < applied && TryApply(current, [single], cancellationToken) is { } @fixed)
            {
                (current, applied) = (@fixed, single.Fix.Edits[0].Span.Start);
            }
        }

        return current == analysis ? null : current;
    }

    private static TextEdit LastOf(ScriptFix fix) => fix.Edits[fix.Edits.Count - 1];

    private List<(Finding Finding, ScriptFix Fix)> Candidates(ScriptAnalysis analysis)
    {
        var fixes = new List<(Finding, ScriptFix Fix)>();
        foreach (var finding in analysis.Findings.Where(finding => RewritesLuaScripts || finding.Rule != Rule.LuaScriptForm))
        {
            if (ScriptFixes.Of(analysis, finding) is { } fix && fixes.TrueForAll(other => other.Fix.IsApartFrom(fix)))
            {
                fixes.Add((finding, fix));
            }
        }

        return fixes;
    }

    /// <summary>The analysis of the fixed script, or <see langword="null"/> if a fix does not do what it should.</summary>
    private ScriptAnalysis? TryApply(ScriptAnalysis before, IReadOnlyList<(Finding Finding, ScriptFix Fix)> fixes, CancellationToken cancellationToken)
    {
        var text = new EditedText(before.Text, fixes.SelectMany(pair => pair.Fix.Edits)).Text;
        var after = ScriptCompiler.Analyze(source with { Text = text }, options, cancellationToken);
        var wasChecked = before.Types is not null;
        foreach (var rule in before.Findings.Concat(after.Findings).Select(finding => finding.Rule).Distinct())
        {
            var removed = ReportedOnce.Contains(rule) ? 0 : fixes.Count(pair => pair.Finding.Rule == rule);
            var isNewAllowed = rule.Severity == Severity.Info || (rule.Severity == Severity.Warning && !wasChecked);
            if (Count(after, rule) > Count(before, rule) - removed && (removed > 0 || !isNewAllowed))
            {
                return null;
            }
        }

        if (fixes.Any(pair => pair.Finding.Rule == Rule.LuaScriptForm) && before.Model?.Returns != after.Model?.Returns)
        {
            return null;
        }

        // Without a header the code decides, and may decide otherwise once it is right.
        var changesHeader = fixes.Any(pair => pair.Finding.Rule.Category == RuleCategory.Header);
        return changesHeader && HasOtherCalls(before.Model, after.Model) ? null : after;
    }

    /// <summary>Whether callers would have to change: what the code shows of a signature is no longer read once its header is complete.</summary>
    private static bool HasOtherCalls(ScriptModel? before, ScriptModel? after) => before is not null && after is not null
        && (before.Name != after.Name || !before.Parameters.Select(WithoutText).SequenceEqual(after.Parameters.Select(WithoutText)));

    private static ParameterModel WithoutText(ParameterModel parameter) => parameter with { Text = "" };

    private static int Count(ScriptAnalysis analysis, Rule rule) => analysis.Findings.Count(finding => finding.Rule == rule);
}
