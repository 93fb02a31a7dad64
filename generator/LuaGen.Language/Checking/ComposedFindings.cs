using LuaGen.Language.Includes;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Checking;

/// <summary>The findings of a script that includes files, each in the file that its place comes from.</summary>
internal static class ComposedFindings
{
    /// <summary>What depends on the including script, so that one script's finding is wrong for another.</summary>
    private static readonly Rule[] DependingOnScript = [Rule.UnusedFunction, Rule.UnusedSuppression];

    /// <summary>The findings that no comment of their file suppresses, and the suppressions of the script's own file.</summary>
    public static (EquatableArray<Finding> Findings, EquatableArray<Suppression> Suppressions) Of(ComposedScript composed, FindingBag findings)
    {
        var placed = composed.Findings.Concat(findings.ToEquatableArray().Select(finding => InFile(composed, finding))).ToLookup(finding => finding.FilePath ?? composed.Files[0].Path);
        var remaining = new List<Finding>();
        EquatableArray<Suppression> suppressions = [];
        foreach (var file in composed.Files)
        {
            var isOwn = file == composed.Files[0];
            var bag = new FindingBag();
            bag.AddRange(placed[file.Path].Where(finding => isOwn || IsAboutFragment(finding)));
            var (kept, read) = SuppressionComments.Apply(file.Tree, bag);
            suppressions = isOwn ? read : suppressions;
            remaining.AddRange(kept.Where(finding => isOwn || finding.Rule != Rule.UnusedSuppression).Select(finding => isOwn ? finding : finding with { FilePath = file.Path }));
        }

        return (remaining.ToEquatableArray(), suppressions);
    }

    /// <summary>What is said of the script as a whole is said in its own file, whatever place shows it.</summary>
    private static Finding InFile(ComposedScript composed, Finding finding) =>
        finding.Rule == Rule.CouldBeReadOnly ? finding with { Span = composed.ToOwnFile(finding.Span) } : composed.InFile(finding);

    /// <summary>An included file has no header, and is not checked as if it had.</summary>
    private static bool IsAboutFragment(Finding finding) =>
        finding.IsError || (finding.Rule.Category != RuleCategory.Header && Array.IndexOf(DependingOnScript, finding.Rule) < 0);
}
