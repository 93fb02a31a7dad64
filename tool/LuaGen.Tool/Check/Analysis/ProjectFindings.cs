using LuaGen.Language;
using LuaGen.Language.Model;
using LuaGen.Language.Projects;
using LuaGen.Language.Rules;

namespace LuaGen.Tool.Check.Analysis;

/// <summary>What is reported about scripts: what each shows by itself, and what it shows beside the others of its project.</summary>
internal sealed class ProjectFindings
{
    private readonly IReadOnlyList<ScriptModel> _models;
    private readonly ScriptConflicts _conflicts;

    public ProjectFindings(ProjectOptions options, IReadOnlyList<ScriptModel> models)
    {
        _models = models;
        _conflicts = ClassModelBuilder.Build([.. models], options.Visibility, hasServices: false).Conflicts;
    }

    /// <param name="compiled">The script.</param>
    /// <param name="path">Its path in the project.</param>
    /// <param name="lines">The lines of its text.</param>
    public IEnumerable<Finding> Of(CompiledScript compiled, string path, LineMap lines)
    {
        var findings = compiled.Findings
            .Concat(VersionComparison.Run(compiled.Model, _models))
            .Concat(IgnoredFiles.Run(compiled, path, _models))
            .Where(finding => finding.IsError || !compiled.Suppresses(finding, lines));
        return compiled.Models.Any() ? findings.Concat(_conflicts.FindingsIn(path)) : findings;
    }
}
