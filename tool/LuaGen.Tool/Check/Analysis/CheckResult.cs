using LuaGen.Language.Rules;
using LuaGen.Tool.Check.Fixing;

namespace LuaGen.Tool.Check.Analysis;

/// <summary>What a check found.</summary>
/// <param name="Files">The scripts that were asked for, by path.</param>
/// <param name="Problems">What could not be read, a line each.</param>
internal sealed record CheckResult(IReadOnlyList<CheckedFile> Files, IReadOnlyList<string> Problems)
{
    /// <summary>The scripts that fixes change, by path.</summary>
    public IReadOnlyList<FixedFile> Fixed { get; init; } = [];

    public IEnumerable<(CheckedFile File, ReportedFinding Finding)> Findings =>
        Files.SelectMany(file => file.Findings.Select(finding => (file, finding)));

    public int Count(Severity severity) => Findings.Count(pair => pair.Finding.Severity == severity);
}
