using LuaGen.Language.Library;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>All findings about Lua inside Redis.</summary>
internal static class SandboxFindings
{
    public static void GlobalAssigned(this FindingBag findings, SourceSpan span, string what, string remedy) =>
        findings.Add(Rule.GlobalAssigned, span, Shorten(what), remedy);

    public static void UnknownGlobal(this FindingBag findings, SourceSpan span, string name, NameRemedy remedy) =>
        findings.Add(Rule.UnknownName, span, remedy.At(span), $"global '{Shorten(name)}'", remedy.Advice);

    public static void UnknownMember(this FindingBag findings, SourceSpan span, string library, string name, NameRemedy remedy) =>
        findings.Add(Rule.UnknownName, span, remedy.At(span), $"function '{library}.{Shorten(name)}'", remedy.Advice);

    public static void ReservedCode(this FindingBag findings, SourceSpan span, string code) => findings.Add(Rule.ReservedCode, span, code);

    public static void CrashingError(this FindingBag findings, SourceSpan span) => findings.Add(Rule.CrashingError, span, "error({ err = 'CODE text' })");

    public static void LossyNumber(this FindingBag findings, SourceSpan span, string number, string kept, string remedy) =>
        findings.Add(Rule.LossyNumber, span, Shorten(number), kept, remedy);

    public static void FailingCall(this FindingBag findings, SourceSpan span, string problem, NameRemedy remedy) =>
        findings.Add(Rule.FailingCall, span, remedy.At(span), problem, remedy.Advice);

    public static void UnboundedUnpack(this FindingBag findings, SourceSpan span, string table, string remedy) =>
        findings.Add(Rule.UnboundedUnpack, span, table, remedy);

    public static void CodeFromOutside(this FindingBag findings, SourceSpan span, string function) => findings.Add(Rule.CodeFromOutside, span, function);

    public static void ValkeyName(this FindingBag findings, SourceSpan span) => findings.Add(Rule.ValkeyName, span, new Replacement(span, LuaLibrary.Server));

    private static string Shorten(string text) => SyntaxFindings.Shorten(text);
}
