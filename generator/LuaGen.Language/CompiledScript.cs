using LuaGen.Language.Checking.Sandbox;
using LuaGen.Language.Header;
using LuaGen.Language.Model;
using LuaGen.Language.Rules;

namespace LuaGen.Language;

/// <summary>The part of an analysis that the generator caches: two are equal when the same code is generated and the same findings are reported.</summary>
/// <param name="Model">What is generated; <see langword="null"/> when a finding is an error, or when the file is not a Redis script.</param>
/// <param name="Findings">The findings, in the order of the stages.</param>
/// <param name="JsonTypes">The C# types that the header names, for a host that can resolve them.</param>
/// <param name="Suppressions">The rules that comments suppress, for findings of the host.</param>
internal sealed record CompiledScript(
    ScriptModel? Model,
    EquatableArray<Finding> Findings,
    EquatableArray<JsonType> JsonTypes = default,
    EquatableArray<Suppression> Suppressions = default)
{
    /// <summary>Whether the file is a Redis script; other files are ignored.</summary>
    public bool IsForRedis { get; init; } = true;

    /// <summary>Whether the file is only a part of other scripts, whose analyses report what is wrong with it.</summary>
    public bool IsFragment { get; init; }

    /// <summary>The functions of a library; empty for a script, and when a finding is an error.</summary>
    public EquatableArray<ScriptModel> Functions { get; init; } = [];

    /// <summary>All that is generated.</summary>
    public IEnumerable<ScriptModel> Models => Model is null ? Functions : Functions.Prepend(Model);

    /// <summary>The fields that the script reads from declared JSON, for a host that can resolve the types.</summary>
    public EquatableArray<JsonFieldRead> JsonFields { get; init; } = [];

    /// <summary>A file that cannot be read.</summary>
    public static CompiledScript None { get; } = new(null, []);

    /// <summary>Whether a comment suppresses a finding.</summary>
    public bool Suppresses(Finding finding, LineMap lines) =>
        finding.FilePath is null && Suppressions.Any(suppression => suppression.Covers(finding.Rule, lines.GetPosition(finding.Span.Start).Line));

    public bool HasErrors => Findings.Any(finding => finding.IsError);
}
