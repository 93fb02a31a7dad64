using LuaGen.Language.Checking.Common;
using LuaGen.Language.Commands;
using LuaGen.Language.Library;
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
    public static void UnknownName(this FindingBag findings, SourceSpan span, Server lacking, string what, string name, NameRemedy remedy)
    {
        if (lacking.Family == ServerFamily.Dragonfly)
        {
            findings.Add(Rule.DragonflyDiffers, span, remedy.At(span), $"has no {what} '{Shorten(name)}'", remedy.Advice);
        }
        else
        {
            findings.Add(Rule.UnknownName, span, remedy.At(span), $"{what} '{Shorten(name)}'", remedy.Advice, lacking.Family.ToString());
        }
    }

    public static void ReservedCode(this FindingBag findings, SourceSpan span, string code) => findings.Add(Rule.ReservedCode, span, code);

    public static void CrashingError(this FindingBag findings, SourceSpan span) => findings.Add(Rule.CrashingError, span, "error({ err = 'CODE text' })");

    public static void LossyNumber(this FindingBag findings, SourceSpan span, string number, string kept, string remedy) =>
        findings.Add(Rule.LossyNumber, span, Shorten(number), kept, remedy);

    public static void FailingCall(this FindingBag findings, SourceSpan span, string problem, NameRemedy remedy) =>
        findings.Add(Rule.FailingCall, span, remedy.At(span), problem, remedy.Advice);

    public static void UnboundedUnpack(this FindingBag findings, SourceSpan span, string table, string remedy) =>
        findings.Add(Rule.UnboundedUnpack, span, table, remedy);

    public static void CodeFromOutside(this FindingBag findings, SourceSpan span, string function) => findings.Add(Rule.CodeFromOutside, span, function);

    public static void NotLua54(this FindingBag findings, SourceSpan span, string what, string remedy) => findings.Add(Rule.NotLua54, span, what, remedy);

    public static void FloatSent(this FindingBag findings, SourceSpan span, string expression, string command) => findings.Add(Rule.FloatSent, span, expression, command);

    public static void StatusOnGarnet(this FindingBag findings, SourceSpan span, string expression) => findings.Add(Rule.StatusOnGarnet, span, expression);

    public static void InvalidComparator(this FindingBag findings, SourceSpan span, string problem, string remedy) => findings.Add(Rule.InvalidComparator, span, problem, remedy);

    public static void DigitsLostInText(this FindingBag findings, SourceSpan span, string number, string conversion, string remedy) =>
        findings.Add(Rule.DigitsLostInText, span, number, conversion, remedy);

    public static void JsonNull(this FindingBag findings, SourceSpan span, string field, string remedy) => findings.Add(Rule.JsonNull, span, field, remedy);

    public static void UnseededRandom(this FindingBag findings, SourceSpan span) => findings.Add(Rule.UnseededRandom, span);

    public static void BitsBeyond(this FindingBag findings, SourceSpan span, string problem, string remedy) => findings.Add(Rule.BitsBeyond, span, problem, remedy);

    public static void UnknownEscape(this FindingBag findings, SourceSpan span, string escape, string meaning, string remedy) => findings.Add(Rule.UnknownEscape, span, escape, meaning, remedy);

    public static void UnusedFunction(this FindingBag findings, SourceSpan span, string name) => findings.Add(Rule.UnusedFunction, span, Shorten(name));

    public static void MalformedPattern(this FindingBag findings, SourceSpan span, string function, string problem, string remedy) =>
        findings.Add(Rule.MalformedPattern, span, function, problem, remedy);

    public static void EmptyJsonList(this FindingBag findings, SourceSpan span, string list, string remedy) => findings.Add(Rule.EmptyJsonList, span, list, remedy);

    public static void EndlessRecursion(this FindingBag findings, SourceSpan span, string function) => findings.Add(Rule.EndlessRecursion, span, Shorten(function));

    public static void ScriptVararg(this FindingBag findings, SourceSpan span) => findings.Add(Rule.ScriptVararg, span);

    public static void DroppedResult(this FindingBag findings, SourceSpan span, string call, Remedy remedy) =>
        findings.Add(Rule.DroppedResult, span, remedy.Replacement, call, remedy.Shown);

    public static void ValkeyName(this FindingBag findings, SourceSpan span) => findings.Add(Rule.ValkeyName, span, new Replacement(span, LuaLibrary.Server));

    private static string Shorten(string text) => SyntaxFindings.Shorten(text);
}
