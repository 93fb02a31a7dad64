using LuaGen.Generator.Hosting;
using LuaGen.Language;
using LuaGen.Language.Rules;

namespace LuaGen.Generator.Reporting;

/// <summary>The errors of a script that are in the files that it includes.</summary>
internal static class FragmentErrors
{
    public static IEnumerable<(ScriptFile File, Finding Finding)> Of(ScriptFile file, CompiledScript script, CancellationToken cancellationToken)
    {
        foreach (var finding in script.Findings.Where(finding => finding.IsError && finding.FilePath is not null))
        {
            // A file that is a script too reports its own syntax itself.
            if (file.Included.FirstOrDefault(each => each.FilePath == finding.FilePath) is { } fragment
                && !(finding.Rule.Category == RuleCategory.Syntax && fragment.Parse(cancellationToken) is { DeclaresScript: true }))
            {
                yield return (fragment, finding with { FilePath = null });
            }
        }
    }
}
