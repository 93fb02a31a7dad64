using System.Collections.Immutable;
using LuaGen.Generator.Hosting;
using LuaGen.Language;
using LuaGen.Language.Rules;

namespace LuaGen.Generator.Reporting;

/// <summary>The errors of scripts that are in the files that they include. Many scripts may report one, and the file may be a script that reports it too.</summary>
internal static class FragmentErrors
{
    public static IEnumerable<(ScriptFile File, Finding Finding)> Of(ImmutableArray<(ScriptFile File, CompiledScript Script)> scripts)
    {
        var reported = new HashSet<(string, Rule, SourceSpan)>(
            scripts.SelectMany(script => ErrorsOf(script.Script).Where(error => error.FilePath is null).Select(error => (script.File.FilePath, error.Rule, error.Span))));
        foreach (var (file, script) in scripts.OrderBy(script => script.File.FilePath, StringComparer.Ordinal))
        {
            foreach (var error in ErrorsOf(script).Where(error => error.FilePath is not null))
            {
                if (file.Included.FirstOrDefault(each => each.FilePath == error.FilePath) is { } fragment && reported.Add((fragment.FilePath, error.Rule, error.Span)))
                {
                    yield return (fragment, error with { FilePath = null });
                }
            }
        }
    }

    private static IEnumerable<Finding> ErrorsOf(CompiledScript script) => script.Findings.Where(finding => finding.IsError);
}
