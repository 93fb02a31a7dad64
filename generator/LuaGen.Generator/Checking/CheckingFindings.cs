using LuaGen.Generator.Binding;
using LuaGen.Generator.Findings;
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

    public static void IndexBelowOne(this FindingBag findings, IndexUse use) =>
        findings.Add(RuleId.IndexBelowOne, use.Span, Name(use.Table), $"{use.Index}");

    public static void UnusedDeclaration(this FindingBag findings, TextSpan span, ParameterTable table, int index, string name) =>
        findings.Add(RuleId.UnusedDeclaration, span, Name(table), $"{index}", name);

    public static void UnknownSuppression(this FindingBag findings, TextSpan span, string what) =>
        findings.Add(RuleId.UnknownSuppression, span, what);

    public static void UnusedSuppression(this FindingBag findings, TextSpan span, RuleId rule) =>
        findings.Add(RuleId.UnusedSuppression, span, $"LUA{(int)rule}");

    private static string Name(ParameterTable table) => table == ParameterTable.Keys ? "KEYS" : "ARGV";
}
