using LuaGen.Language.Checking.Common;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Values;

/// <summary>All findings about the values of expressions.</summary>
internal static class ValueFindings
{
    public static void ReplyComparedWithNil(this FindingBag findings, SourceSpan span, string reply, Remedy remedy) =>
        findings.Add(Rule.ReplyComparedWithNil, span, remedy.Replacement, reply, remedy.Shown);

    public static void StatusComparedWithText(this FindingBag findings, SourceSpan span, string reply, Remedy remedy) =>
        findings.Add(Rule.StatusComparedWithText, span, remedy.Replacement, reply, remedy.Shown);

    public static void NumberComparedWithText(this FindingBag findings, SourceSpan span, string what, string problem, Remedy remedy) =>
        findings.Add(Rule.NumberComparedWithText, span, remedy.Replacement, what, problem, remedy.Shown);

    public static void FractionReturned(this FindingBag findings, SourceSpan span, string what, Remedy remedy) =>
        findings.Add(Rule.FractionReturned, span, remedy.Replacement, what, remedy.Shown);

    public static void QuotientReturned(this FindingBag findings, SourceSpan span, string what) =>
        findings.Add(Rule.QuotientReturned, span, what);

    public static void NilInsideArray(this FindingBag findings, Expression nil, int index) =>
        findings.Add(Rule.NilInsideArray, nil.Span, nil is NilLiteral ? new Replacement(nil.Span, "false") : null, $"{index}");

    /// <param name="findings">Receives the finding.</param>
    /// <param name="span">The returned table, or one of its fields.</param>
    /// <param name="field">A field of a table that has elements too; <see langword="null"/> if all that the table has are fields.</param>
    public static void NamedTableReturned(this FindingBag findings, SourceSpan span, string? field = null) =>
        findings.Add(Rule.NamedTableReturned, span, field is null ? "so the reply is an empty array" : $"here '{field}'");

    public static void FunctionReturned(this FindingBag findings, SourceSpan span, string what, string remedy) =>
        findings.Add(Rule.FunctionReturned, span, what, remedy);

    public static void FurtherResult(this FindingBag findings, SourceSpan span, string call, string result, string use, Remedy remedy) =>
        findings.Add(Rule.FurtherResult, span, remedy.Replacement, call, result, use, remedy.Shown);

    public static void ErrorFieldOfValue(this FindingBag findings, SourceSpan span, string reply, string kind, string command, string use, string remedy) =>
        findings.Add(Rule.ErrorFieldOfValue, span, reply, kind, command, use, remedy);

    public static void NumberAsCondition(this FindingBag findings, SourceSpan span, string reply, string number, Remedy remedy) =>
        findings.Add(Rule.NumberAsCondition, span, remedy.Replacement, reply, number, remedy.Shown);

    public static void ErrorInsideArray(this FindingBag findings, SourceSpan span) =>
        findings.Add(Rule.ErrorInsideArray, span);

    public static void ReplyContradictsHeader(this FindingBag findings, SourceSpan span, string returned, string declared, string remedy) =>
        findings.Add(Rule.ReplyContradictsHeader, span, returned, declared, remedy);

    public static void ErrorNeverRaised(this FindingBag findings, SourceSpan span, string code, string remedy) =>
        findings.Add(Rule.ErrorNeverRaised, span, code, remedy);

    public static void ErrorNotDeclared(this FindingBag findings, SourceSpan span, string code) =>
        findings.Add(Rule.ErrorNotDeclared, span, code);

    public static void OperationFails(this FindingBag findings, SourceSpan span, string problem, Remedy remedy) =>
        findings.Add(Rule.OperationFails, span, remedy.Replacement, problem, remedy.Shown);

    public static void MissingReply(this FindingBag findings, SourceSpan span, string what, string missing, string key, string use, string test) =>
        findings.Add(Rule.ReplyMayBeMissing, span, what, missing, key, use, test);

    public static void ConstantCondition(this FindingBag findings, SourceSpan span, string problem, string remedy) =>
        findings.Add(Rule.ConstantCondition, span, problem, remedy);

    public static void NeverEqual(this FindingBag findings, SourceSpan span, string what, string kind, string with, string remedy) =>
        findings.Add(Rule.NeverEqual, span, what, kind, with, remedy);

    public static void FieldIsNil(this FindingBag findings, SourceSpan span, string what, string reason, string remedy) =>
        findings.Add(Rule.FieldIsNil, span, $"`{what}` is always nil", reason, remedy);

    public static void FirstParameterIsNil(this FindingBag findings, SourceSpan span, string problem, string table, string remedy) =>
        findings.Add(Rule.StrayIndex, span, problem, table, remedy);

    public static void FirstElementIsNil(this FindingBag findings, SourceSpan span, string problem, string? command, string remedy) =>
        findings.Add(Rule.FieldIsNil, span, problem, $"the indexes of the reply of {command} begin at 1", remedy);

    public static void IndexAsField(this FindingBag findings, SourceSpan span, string variable, string reason, string remedy) =>
        findings.Add(Rule.IndexAsField, span, variable, reason, remedy);

    public static void ExtraResult(this FindingBag findings, SourceSpan span, string problem, string remedy) =>
        findings.Add(Rule.ExtraResult, span, problem, remedy);

    public static void ErrorWithoutCode(this FindingBag findings, SourceSpan span, string problem, string remedy) =>
        findings.Add(Rule.ErrorWithoutCode, span, problem, remedy);

    public static void TextForNil(this FindingBag findings, SourceSpan span, string missing, string text, string remedy) =>
        findings.Add(Rule.TextForNil, span, missing, text, remedy);
}
