using LuaGen.Language.Binding;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Common;

/// <summary>All findings about a script's parameters.</summary>
internal static class ParameterFindings
{
    public static void IndexBeyondDeclared(this FindingBag findings, IndexUse use, int declared) =>
        findings.Add(Rule.IndexBeyondDeclared, use.Span, use.Table.Name(), $"{use.Index}", declared switch
        {
            0 => "none",
            1 => "only one",
            _ => $"only {declared}",
        }, use.Table == ParameterTable.Keys ? "name" : "name: type");

    public static void StrayIndex(this FindingBag findings, SyntaxTree tree, IndexUse use) =>
        findings.Add(Rule.StrayIndex, use.Span, $"`{SourceExcerpt.Of(tree, use.Span) ?? $"{use.Table.Name()}[…]"}` is always nil", use.Table.Name(), $"`{use.Table.Element(1)}` for the first element");

    public static void UnusedDeclaration(this FindingBag findings, SourceSpan span, ParameterTable table, int index, string name) =>
        findings.Add(Rule.UnusedDeclaration, span, table.Name(), $"{index}", name);

    /// <param name="findings">Receives the finding.</param>
    /// <param name="span">The local's name.</param>
    /// <param name="table">The table that holds the local's value.</param>
    /// <param name="index">The index of the local's value.</param>
    /// <param name="declared">The declared name of that element.</param>
    /// <param name="local">The local's name.</param>
    /// <param name="elsewhere">The index of the element that has the local's name.</param>
    public static void LocalNamedOtherwise(this FindingBag findings, SourceSpan span, ParameterTable table, int index, string declared, string local, int elsewhere) =>
        findings.Add(Rule.LocalNamedOtherwise, span, table.Name(), $"{index}", declared, local, $"{elsewhere}");

    public static void DigitsLost(this FindingBag findings, SourceSpan span, Remedy remedy, int index, string type) =>
        findings.Add(Rule.DigitsLost, span, remedy.Replacement, "tonumber", $"{index}", type, "2^53", remedy.Shown, "every digit");

    /// <summary>A calculation with a 64-bit argument becomes text, which keeps 14 digits.</summary>
    public static void DigitsLostInText(this FindingBag findings, SourceSpan span, string conversion, Remedy remedy, int index, string type) =>
        findings.Add(Rule.DigitsLost, span, remedy.Replacement, conversion, $"{index}", type, "10^14", remedy.Shown, "16 digits");

    public static void EmptyTakenForNil(this FindingBag findings, SourceSpan span, string argument, Remedy remedy) =>
        findings.Add(Rule.EmptyTakenForNil, span, remedy.Replacement, argument, remedy.Shown);

    public static void TypeContradicted(this FindingBag findings, SourceSpan span, string argument, string problem, Remedy remedy) =>
        findings.Add(Rule.TypeContradicted, span, remedy.Replacement, argument, problem, remedy.Shown);

    /// <param name="findings">Receives the finding.</param>
    /// <param name="span">The comparison.</param>
    /// <param name="parameter">The compared argument: <c>ARGV[1]</c>.</param>
    /// <param name="problem">The consequence.</param>
    /// <param name="remedy">What to write instead.</param>
    public static void TextComparedAsNumber(this FindingBag findings, SourceSpan span, string parameter, string problem, Remedy remedy) =>
        findings.Add(Rule.TextComparedAsNumber, span, remedy.Replacement, parameter, problem, remedy.Shown);

    public static void KeyAsArgument(this FindingBag findings, SourceSpan span, Parameter parameter, string remedy) =>
        findings.Add(Rule.KeyAsArgument, span, ArgumentName(parameter), remedy);

    public static void KeyNotUsedAsKey(this FindingBag findings, SourceSpan span, int index, string use) => findings.Add(Rule.KeyNotUsedAsKey, span, $"{index}", use);

    /// <summary><c>ARGV[2]</c>, or <c>ARGV[i]</c> if the index is unknown.</summary>
    public static string ArgumentName(Parameter parameter) => parameter.Index == 0 ? "ARGV[i]" : $"ARGV[{parameter.Index}]";
}
