using LuaGen.Generator.Findings;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.Checking;

/// <summary>All that the types of a script's expressions can show.</summary>
internal static class TypeFindings
{
    /// <param name="findings">Takes the finding.</param>
    /// <param name="span">The comparison.</param>
    /// <param name="parameter">What is compared: <c>ARGV[1]</c>.</param>
    /// <param name="problem">What comes of it.</param>
    /// <param name="remedy">What to write.</param>
    public static void TextComparedAsNumber(this FindingBag findings, TextSpan span, string parameter, string problem, string remedy) =>
        findings.Add(RuleId.TextComparedAsNumber, span, parameter, problem, remedy);

    public static void ReplyComparedWithNil(this FindingBag findings, TextSpan span, string reply, string remedy) =>
        findings.Add(RuleId.ReplyComparedWithNil, span, reply, remedy);

    public static void StatusComparedWithText(this FindingBag findings, TextSpan span, string reply, string remedy) =>
        findings.Add(RuleId.StatusComparedWithText, span, reply, remedy);

    public static void NumberComparedWithText(this FindingBag findings, TextSpan span, string what, string problem, string remedy) =>
        findings.Add(RuleId.NumberComparedWithText, span, what, problem, remedy);

    public static void FractionReturned(this FindingBag findings, TextSpan span, string what, string remedy) =>
        findings.Add(RuleId.FractionReturned, span, what, remedy);

    public static void QuotientReturned(this FindingBag findings, TextSpan span) =>
        findings.Add(RuleId.QuotientReturned, span);

    public static void NilInsideArray(this FindingBag findings, TextSpan span, int index) =>
        findings.Add(RuleId.NilInsideArray, span, $"{index}");

    public static void NamedTableReturned(this FindingBag findings, TextSpan span) =>
        findings.Add(RuleId.NamedTableReturned, span);

    public static void NumberAsCondition(this FindingBag findings, TextSpan span, string reply, string remedy) =>
        findings.Add(RuleId.NumberAsCondition, span, reply, remedy);

    public static void ErrorInsideArray(this FindingBag findings, TextSpan span) =>
        findings.Add(RuleId.ErrorInsideArray, span);

    public static void ReplyContradictsHeader(this FindingBag findings, TextSpan span, string returned, string declared, string remedy) =>
        findings.Add(RuleId.ReplyContradictsHeader, span, returned, declared, remedy);

    public static void ErrorNeverRaised(this FindingBag findings, TextSpan span, string code, string remedy) =>
        findings.Add(RuleId.ErrorNeverRaised, span, code, remedy);

    public static void ErrorNotDeclared(this FindingBag findings, TextSpan span, string code) =>
        findings.Add(RuleId.ErrorNotDeclared, span, code);

    public static void OperationFails(this FindingBag findings, TextSpan span, string problem, string remedy) =>
        findings.Add(RuleId.OperationFails, span, problem, remedy);
}
