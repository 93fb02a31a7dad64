using LuaGen.Language.Model;

namespace LuaGen.Tool.Check.Analysis;

/// <summary>A script with all that there is to report about it.</summary>
/// <param name="Path">Its path as it is shown.</param>
/// <param name="Text">Its text, to show the lines that findings are on.</param>
/// <param name="Findings">Its findings, from the top of the file to its end.</param>
/// <param name="Model">What is generated from it, if anything.</param>
/// <param name="IsForRedis">Whether it is a Redis script at all.</param>
internal sealed record CheckedFile(string Path, string Text, IReadOnlyList<ReportedFinding> Findings, ScriptModel? Model, bool IsForRedis)
{
    /// <summary>What is generated from the functions of a library.</summary>
    public IReadOnlyList<ScriptModel> Functions { get; init; } = [];

    /// <summary>Whether it is only a part of other scripts.</summary>
    public bool IsFragment { get; init; }

    /// <summary>The files that it includes, as they are shown.</summary>
    public IReadOnlyList<string> Includes { get; init; } = [];

    /// <summary>The scripts that include it, as they are shown.</summary>
    public IReadOnlyList<string> Includers { get; init; } = [];
}
