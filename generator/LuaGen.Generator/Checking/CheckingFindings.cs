using LuaGen.Generator.Binding;
using LuaGen.Generator.Findings;
using LuaGen.Generator.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.Checking;

/// <summary>All that checking a script against its header can find.</summary>
internal static class CheckingFindings
{
    public static void IndexBeyondDeclared(this FindingBag findings, IndexUse use, int declared) =>
        findings.Add(RuleId.IndexBeyondDeclared, use.Span, Name(use.Table), $"{use.Index}", declared switch
        {
            0 => "none",
            1 => "only one",
            _ => $"only {declared}",
        });

    public static void StrayIndex(this FindingBag findings, SyntaxTree tree, IndexUse use) =>
        findings.Add(RuleId.StrayIndex, use.Span, Name(use.Table), SourceWords.Of(tree, use.Span) ?? $"{Name(use.Table)}[…]");

    public static void UnusedDeclaration(this FindingBag findings, TextSpan span, ParameterTable table, int index, string name) =>
        findings.Add(RuleId.UnusedDeclaration, span, Name(table), $"{index}", name);

    /// <param name="findings">Takes the finding.</param>
    /// <param name="span">The local's name.</param>
    /// <param name="table">The table that its value is in.</param>
    /// <param name="index">The index there.</param>
    /// <param name="declared">The name that the header has for that.</param>
    /// <param name="local">The local's name.</param>
    /// <param name="elsewhere">The index for which the header has it.</param>
    public static void LocalNamedOtherwise(this FindingBag findings, TextSpan span, ParameterTable table, int index, string declared, string local, int elsewhere) =>
        findings.Add(RuleId.LocalNamedOtherwise, span, Name(table), $"{index}", declared, local, $"{elsewhere}");

    public static void DigitsLost(this FindingBag findings, TextSpan span, string argument, int index, string type) =>
        findings.Add(RuleId.DigitsLost, span, $"{index}", type, argument);

    public static void EmptyTakenForNil(this FindingBag findings, TextSpan span, string argument, string remedy) =>
        findings.Add(RuleId.EmptyTakenForNil, span, argument, remedy);

    public static void TypeContradicted(this FindingBag findings, TextSpan span, string argument, string problem, string remedy) =>
        findings.Add(RuleId.TypeContradicted, span, argument, problem, remedy);

    public static void UnknownSuppression(this FindingBag findings, TextSpan span, string what) =>
        findings.Add(RuleId.UnknownSuppression, span, what);

    public static void UnusedSuppression(this FindingBag findings, TextSpan span, RuleId rule) =>
        findings.Add(RuleId.UnusedSuppression, span, $"LUA{(int)rule}");

    private static string Name(ParameterTable table) => table == ParameterTable.Keys ? "KEYS" : "ARGV";
}
