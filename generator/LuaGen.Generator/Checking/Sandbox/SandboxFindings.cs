using LuaGen.Generator.Findings;
using LuaGen.Generator.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.Checking.Sandbox;

/// <summary>All that checking a script against Redis's Lua can find.</summary>
internal static class SandboxFindings
{
    public static void GlobalAssigned(this FindingBag findings, TextSpan span, string what, string remedy) =>
        findings.Add(RuleId.GlobalAssigned, span, Shorten(what), remedy);

    public static void UnknownGlobal(this FindingBag findings, TextSpan span, string name, string remedy) =>
        findings.Add(RuleId.UnknownName, span, $"global \"{Shorten(name)}\"", remedy);

    public static void UnknownMember(this FindingBag findings, TextSpan span, string library, string name, string remedy) =>
        findings.Add(RuleId.UnknownName, span, $"function {library}.{Shorten(name)}", remedy);

    public static void ReservedCode(this FindingBag findings, TextSpan span, string code) => findings.Add(RuleId.ReservedCode, span, code);

    public static void CrashingError(this FindingBag findings, TextSpan span) => findings.Add(RuleId.CrashingError, span, "error({ err = 'CODE text' })");

    public static void LossyNumber(this FindingBag findings, TextSpan span, string number, string kept, string remedy) =>
        findings.Add(RuleId.LossyNumber, span, Shorten(number), kept, remedy);

    public static void FailingCall(this FindingBag findings, TextSpan span, string problem, string remedy) =>
        findings.Add(RuleId.FailingCall, span, problem, remedy);

    public static void UnboundedUnpack(this FindingBag findings, TextSpan span, string table, string remedy) =>
        findings.Add(RuleId.UnboundedUnpack, span, table, remedy);

    public static void CodeFromOutside(this FindingBag findings, TextSpan span, string function) => findings.Add(RuleId.CodeFromOutside, span, function);

    public static void ValkeyName(this FindingBag findings, TextSpan span) => findings.Add(RuleId.ValkeyName, span);

    private static string Shorten(string text) => SyntaxFindings.Shorten(text);
}
