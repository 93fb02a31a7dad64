using LuaGen.Language.Rules;

namespace LuaGen.Tool.Check.Analysis;

/// <summary>A finding at its place.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">The rule's severity, or what the project makes of it.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Message">The message.</param>
internal sealed record ReportedFinding(Rule Rule, Severity Severity, SourcePosition Start, SourcePosition End, string Message)
{
    public string SeverityName => Severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };
}
