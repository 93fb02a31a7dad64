using LuaGen.Language.Binding;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Common;

/// <summary>All that checking a script against its header can find.</summary>
internal static class CheckingFindings
{
    public static void IndexBeyondDeclared(this FindingBag findings, IndexUse use, int declared) =>
        findings.Add(Rule.IndexBeyondDeclared, use.Span, Name(use.Table), $"{use.Index}", declared switch
        {
            0 => "none",
            1 => "only one",
            _ => $"only {declared}",
        });

    public static void StrayIndex(this FindingBag findings, SyntaxTree tree, IndexUse use) =>
        findings.Add(Rule.StrayIndex, use.Span, Name(use.Table), SourceWords.Of(tree, use.Span) ?? $"{Name(use.Table)}[…]");

    public static void UnusedDeclaration(this FindingBag findings, SourceSpan span, ParameterTable table, int index, string name) =>
        findings.Add(Rule.UnusedDeclaration, span, Name(table), $"{index}", name);

    /// <param name="findings">Takes the finding.</param>
    /// <param name="span">The local's name.</param>
    /// <param name="table">The table that its value is in.</param>
    /// <param name="index">The index there.</param>
    /// <param name="declared">The name that the header has for that.</param>
    /// <param name="local">The local's name.</param>
    /// <param name="elsewhere">The index for which the header has it.</param>
    public static void LocalNamedOtherwise(this FindingBag findings, SourceSpan span, ParameterTable table, int index, string declared, string local, int elsewhere) =>
        findings.Add(Rule.LocalNamedOtherwise, span, Name(table), $"{index}", declared, local, $"{elsewhere}");

    public static void DigitsLost(this FindingBag findings, SourceSpan span, string argument, int index, string type) =>
        findings.Add(Rule.DigitsLost, span, $"{index}", type, argument);

    public static void EmptyTakenForNil(this FindingBag findings, SourceSpan span, string argument, string remedy) =>
        findings.Add(Rule.EmptyTakenForNil, span, argument, remedy);

    public static void TypeContradicted(this FindingBag findings, SourceSpan span, string argument, string problem, string remedy) =>
        findings.Add(Rule.TypeContradicted, span, argument, problem, remedy);

    public static void UnknownSuppression(this FindingBag findings, SourceSpan span, string what) =>
        findings.Add(Rule.UnknownSuppression, span, what);

    public static void UnusedSuppression(this FindingBag findings, SourceSpan span, Rule rule) =>
        findings.Add(Rule.UnusedSuppression, span, $"LUA{rule.Number}");

    private static string Name(ParameterTable table) => table == ParameterTable.Keys ? "KEYS" : "ARGV";
}
