using LuaGen.Language.Rules;

namespace LuaGen.Language.Projects;

/// <summary>What is reported in a file that others include.</summary>
internal static class FragmentFindings
{
    /// <summary>Rules of which one finding reports all places of a file.</summary>
    private static readonly Rule[] OncePerFile = [Rule.UndeclaredKey, Rule.DerivedKey];

    /// <summary>
    /// The findings of a file by itself, and those that the scripts that include it have in it. Many scripts have the same finding, with
    /// another message where it names a value of the script, and it is reported once.
    /// </summary>
    /// <param name="filePath">The path of the file in the project.</param>
    /// <param name="own">The findings of the file by itself.</param>
    /// <param name="ofIncluders">The findings of the scripts that include it, in the order of their paths.</param>
    public static IEnumerable<Finding> Of(string filePath, IEnumerable<Finding> own, IEnumerable<Finding> ofIncluders)
    {
        var findings = own.Where(finding => finding.FilePath is null).ToList();
        var reported = new HashSet<(Rule, SourceSpan)>(findings.Select(KeyOf));
        findings.AddRange(ofIncluders.Where(finding => finding.FilePath == filePath && reported.Add(KeyOf(finding))).Select(finding => finding with { FilePath = null }));
        return findings;
    }

    private static (Rule Rule, SourceSpan Span) KeyOf(Finding finding) => (finding.Rule, Array.IndexOf(OncePerFile, finding.Rule) < 0 ? finding.Span : default);
}
