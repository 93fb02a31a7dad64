using LuaGen.Language.Header;
using LuaGen.Language.Model;
using LuaGen.Language.Rules;

namespace LuaGen.Language;

/// <summary>What the generator keeps of a script's analysis: equal when nothing of it changes what is generated or reported.</summary>
/// <param name="Model">What is emitted for it; <see langword="null"/> when a finding is an error, or when it is no script of Redis's.</param>
/// <param name="Findings">What there is to say about it, in the order of the stages.</param>
/// <param name="JsonTypes">The C# types that the header names, for a host that knows the project's types.</param>
/// <param name="Suppressions">What its comments switch off, for what a host finds.</param>
internal sealed record CompiledScript(
    ScriptModel? Model,
    EquatableArray<Finding> Findings,
    EquatableArray<JsonType> JsonTypes = default,
    EquatableArray<Suppression> Suppressions = default)
{
    /// <summary>A Lua file that is nothing of ours: left alone, silently.</summary>
    public static CompiledScript None { get; } = new(null, []);

    /// <summary>Whether a comment suppresses a finding.</summary>
    public bool Suppresses(Finding finding, LineMap lines) =>
        Suppressions.Any(suppression => suppression.Covers(finding.Rule, lines.GetPosition(finding.Span.Start).Line));

    public bool HasErrors => Findings.Any(finding => finding.Rule.Severity == Severity.Error);
}
