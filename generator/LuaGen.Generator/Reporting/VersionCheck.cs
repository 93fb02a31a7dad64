using LuaGen.Generator.Hosting;
using LuaGen.Language;
using LuaGen.Language.Model;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LuaGen.Generator.Reporting;

/// <summary>Compares a version of a script with the previous version, which is another file.</summary>
internal static class VersionCheck
{
    public static EquatableArray<Finding> Run(
        CompiledScript script, AnalyzerOptions options, ProjectOptions project, CancellationToken cancellationToken)
    {
        var findings = new FindingBag();
        if (script.Model is { Version: { } version } model
            && Before(version, model.Class, options, project, cancellationToken) is { } older
            && older.Signature != model.Signature)
        {
            findings.OlderVersionDiffers(older.FilePath);
        }

        return findings.ToEquatableArray();
    }

    /// <summary>The highest version below this one. The results of the other files are cached with their texts.</summary>
    private static ScriptModel? Before(
        ScriptVersion version, ClassName @class, AnalyzerOptions options, ProjectOptions project, CancellationToken cancellationToken) =>
        options.AdditionalFiles
            .Where(ScriptFile.IsScript)
            .Select(file => ScriptFile.From(file, options.AnalyzerConfigOptionsProvider, project).Compile(cancellationToken).Model)
            .Where(other => other?.Version is { } candidate && candidate.Name == version.Name && candidate.Number < version.Number && other.Class == @class)
            .OrderBy(other => other!.Version!.Value.Number)
            .LastOrDefault();
}
