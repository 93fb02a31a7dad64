using LuaGen.Language.Includes;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking;

/// <summary>The findings of a script that includes files, each in the file that its place comes from.</summary>
internal static class ComposedFindings
{
    /// <summary>What is said of an included file only because of the script that includes it: it is true for others.</summary>
    private static readonly Rule[] OfOtherScripts = [Rule.UnusedFunction, Rule.UnusedSuppression];

    /// <summary>What is said of the script or its header. If the place is in an included file, the directive shows it.</summary>
    private static readonly Rule[] OfScript =
        [Rule.CouldBeReadOnly, Rule.IndexBeyondDeclared, Rule.ErrorNotDeclared, Rule.MissingParameters, Rule.MissingReply, Rule.NoHeader];

    /// <summary>The findings that no comment suppresses, and the suppressions of the script's own file.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="composed">The files that its text comes from; <see langword="null"/> if the script includes none.</param>
    /// <param name="findings">All findings.</param>
    public static (EquatableArray<Finding> Findings, EquatableArray<Suppression> Suppressions) Apply(SyntaxTree tree, ComposedScript? composed, FindingBag findings) =>
        composed is null ? SuppressionComments.Apply(tree, findings) : Of(composed, findings);

    /// <summary>The same for a script that includes files; a comment is for the findings of its file.</summary>
    private static (EquatableArray<Finding> Findings, EquatableArray<Suppression> Suppressions) Of(ComposedScript composed, FindingBag findings)
    {
        var own = composed.Files[0];
        var placed = composed.Findings
            .Concat(findings.ToEquatableArray().Select(finding => InFile(composed, finding)).Where(IsShown))
            .ToLookup(finding => finding.FilePath ?? own.Path);
        var remaining = new List<Finding>();
        EquatableArray<Suppression> suppressions = [];
        foreach (var file in composed.Files)
        {
            var bag = new FindingBag();
            bag.AddRange(placed[file.Path]);
            var (kept, read) = SuppressionComments.Apply(file.Tree, bag);
            if (file == own)
            {
                suppressions = read;
                remaining.AddRange(kept);
            }
            else
            {
                remaining.AddRange(kept.Select(finding => finding with { FilePath = file.Path }).Where(IsShown));
            }
        }

        return (remaining.ToEquatableArray(), suppressions);
    }

    private static Finding InFile(ComposedScript composed, Finding finding)
    {
        var placed = composed.InFile(finding);
        return placed.FilePath is not null && Array.IndexOf(OfScript, finding.Rule) >= 0
            ? finding with { Span = composed.ToOwnFile(finding.Span), Replacement = null }
            : placed;
    }

    /// <summary>An included file has no header, and is not checked as if it had.</summary>
    private static bool IsShown(Finding finding) =>
        finding.FilePath is null || finding.IsError || (finding.Rule.Category != RuleCategory.Header && Array.IndexOf(OfOtherScripts, finding.Rule) < 0);
}
