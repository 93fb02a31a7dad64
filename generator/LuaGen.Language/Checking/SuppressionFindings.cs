using LuaGen.Language.Rules;

namespace LuaGen.Language.Checking;

/// <summary>All that can be wrong with the comments that suppress rules.</summary>
internal static class SuppressionFindings
{
    public static void UnknownSuppression(this FindingBag findings, SourceSpan span, string what) =>
        findings.Add(Rule.UnknownSuppression, span, what);

    public static void UnusedSuppression(this FindingBag findings, SourceSpan span, Rule rule) =>
        findings.Add(Rule.UnusedSuppression, span, rule.Id);
}
