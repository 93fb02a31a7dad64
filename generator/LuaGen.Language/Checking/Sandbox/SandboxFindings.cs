using LuaGen.Language.Commands;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>All findings about Lua inside Redis.</summary>
internal static class SandboxFindings
{
    public static void GlobalAssigned(this FindingBag findings, SourceSpan span, string what, string remedy) =>
        findings.Add(Rule.GlobalAssigned, span, Shorten(what), remedy);

    /// <param name="findings">Receives the finding.</param>
    /// <param name="span">The name.</param>
    /// <param name="lacking">The server without it. What was only read of Dragonfly is not more than an info.</param>
    /// <param name="what">A global or a function.</param>
    /// <param name="name">The complete name.</param>
    /// <param name="remedy">What to write instead.</param>
    public static void UnknownName(this FindingBag findings, SourceSpan span, Server lacking, string what, string name, string remedy)
    {
        if (lacking.Family == ServerFamily.Dragonfly)
        {
            findings.Add(Rule.DragonflyDiffers, span, $"has no {what} '{Shorten(name)}'", remedy);
        }
        else
        {
            findings.Add(Rule.UnknownName, span, $"{what} '{Shorten(name)}'", remedy, lacking.Family.ToString());
        }
    }

    public static void ReservedCode(this FindingBag findings, SourceSpan span, string code) => findings.Add(Rule.ReservedCode, span, code);

    public static void CrashingError(this FindingBag findings, SourceSpan span) => findings.Add(Rule.CrashingError, span, "error({ err = 'CODE text' })");

    public static void LossyNumber(this FindingBag findings, SourceSpan span, string number, string kept, string remedy) =>
        findings.Add(Rule.LossyNumber, span, Shorten(number), kept, remedy);

    public static void FailingCall(this FindingBag findings, SourceSpan span, string problem, string remedy) =>
        findings.Add(Rule.FailingCall, span, problem, remedy);

    public static void UnboundedUnpack(this FindingBag findings, SourceSpan span, string table, string remedy) =>
        findings.Add(Rule.UnboundedUnpack, span, table, remedy);

    public static void CodeFromOutside(this FindingBag findings, SourceSpan span, string function) => findings.Add(Rule.CodeFromOutside, span, function);

    public static void NotLua54(this FindingBag findings, SourceSpan span, string what, string remedy) => findings.Add(Rule.NotLua54, span, what, remedy);

    public static void FloatSent(this FindingBag findings, SourceSpan span, string expression, string command) => findings.Add(Rule.FloatSent, span, expression, command);

    public static void StatusOnGarnet(this FindingBag findings, SourceSpan span, string expression) => findings.Add(Rule.StatusOnGarnet, span, expression);

    public static void ValkeyName(this FindingBag findings, SourceSpan span) => findings.Add(Rule.ValkeyName, span);

    private static string Shorten(string text) => SyntaxFindings.Shorten(text);
}
