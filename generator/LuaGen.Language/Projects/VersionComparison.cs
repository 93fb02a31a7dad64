using LuaGen.Language.Model;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Projects;

/// <summary>Compares a version of a script with the one before it, which is another file.</summary>
internal static class VersionComparison
{
    /// <param name="model">The script.</param>
    /// <param name="others">The scripts of its project, itself too; asked only if it is a version.</param>
    public static EquatableArray<Finding> Run(ScriptModel? model, IEnumerable<ScriptModel?> others)
    {
        var findings = new FindingBag();
        if (model is { Version: { } version } && Before(version, model.Class, others) is { } older && older.Signature != model.Signature)
        {
            findings.OlderVersionDiffers(older.FilePath);
        }

        return findings.ToEquatableArray();
    }

    /// <summary>The highest version below this one.</summary>
    private static ScriptModel? Before(ScriptVersion version, ClassName @class, IEnumerable<ScriptModel?> others) =>
        others
            .Where(other => other?.Version is { } candidate && candidate.Name == version.Name && candidate.CompareTo(version) < 0 && other.Class == @class)
            .OrderBy(other => other!.Version!.Value)
            .LastOrDefault();
}
