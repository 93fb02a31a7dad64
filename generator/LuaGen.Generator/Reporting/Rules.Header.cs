using LuaGen.Generator.Findings;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Reporting;

internal static partial class Rules
{
    private const string HeaderCategory = "LuaGen.Header";
    private const string ParameterCategory = "LuaGen.Parameters";

    private static (RuleId Rule, DiagnosticDescriptor Descriptor)[] Header =>
    [
        Rule(RuleId.MalformedDeclaration, HeaderCategory, "Malformed declaration", "The declaration cannot be read: {0}"),
        Rule(RuleId.LooseDeclaration, HeaderCategory, "Declaration in a form of its own", "This declaration is read as {0}"),
        Rule(RuleId.UnknownType, HeaderCategory, "Unknown type", "The type cannot be used: {0}"),
        Rule(RuleId.BadDefault, HeaderCategory, "Unfit default", "The default cannot be used: {0}"),
        Rule(RuleId.BadIndex, HeaderCategory, "Wrong index", "The index is wrong: {0}"),
        Rule(RuleId.NameCollision, HeaderCategory, "Colliding name", "The name cannot be used: {0}"),
        Rule(RuleId.NoHeader, HeaderCategory, "No header", "The script has no header, so its keys and arguments are read from its code and its reply is not; the emitted class carries a header to paste"),
        Rule(RuleId.NotBuiltYet, HeaderCategory, "Not supported yet", "Not supported yet: {0}"),
        Rule(RuleId.ScriptNameCollision, HeaderCategory, "Colliding scripts", "\"{0}\" would stand twice in the emitted class: for {1} and for {2}; rename one, or give it another name with \"-- @name Other\""),
        Rule(RuleId.VersionDiffers, HeaderCategory, "Version with another signature", "The keys, arguments or reply differ from those of {0}; callers of the name without a number have to follow"),
        Rule(RuleId.FunctionLibrary, HeaderCategory, "Function library", "A library of Redis functions is no script: it is left alone, and FUNCTION LOAD takes it as it is"),
        Rule(RuleId.UnknownJsonType, HeaderCategory, "Unknown JSON type", "No type \"{0}\" is seen from {1}; write its full name: json<Namespace.Type>"),
        Rule(RuleId.UnknownSuppression, HeaderCategory, "Unknown suppression", "This comment switches nothing off: {0}"),
        Rule(RuleId.UnusedSuppression, HeaderCategory, "Unused suppression", "{0} is not reported here; remove this suppression"),
    ];

    private static (RuleId Rule, DiagnosticDescriptor Descriptor)[] Parameters =>
    [
        Rule(RuleId.IndexBeyondDeclared, ParameterCategory, "Index beyond the declared ones", "{0}[{1}] is always nil: the header declares {2}; declare \"-- {0}[{1}] …\" or correct the index"),
        Rule(RuleId.UnusedDeclaration, ParameterCategory, "Declared but never used", "{0}[{1}] {2} is declared but never used; remove it, or let its name begin with \"_\""),
        Rule(RuleId.StrayIndex, ParameterCategory, "Index that no element has", "{1} is always nil: the indexes of {0} are whole numbers from 1, so write {0}[1] for the first"),
        Rule(RuleId.LocalNamedOtherwise, ParameterCategory, "Name of another key or argument", "{0}[{1}] is declared as {2}, and {3} as {0}[{4}]: write local {3} = {0}[{4}], or swap the names in the header"),
        Rule(RuleId.KeyAsArgument, ParameterCategory, "Key passed as an argument", "{0} is a key, and in ARGV neither a cluster nor a client's key prefix sees it: {1}"),
        Rule(RuleId.DigitsLost, ParameterCategory, "Argument that loses digits", "tonumber rounds ARGV[{0}], a {1}, beyond 2^53: write {2}, which keeps all digits"),
        Rule(RuleId.EmptyTakenForNil, ParameterCategory, "Empty argument taken for nil", "{0} is sent as '' when it is null, and '' is true in Lua: write {1}"),
        Rule(RuleId.TypeContradicted, ParameterCategory, "Use that contradicts the declared type", "{0} {1}: write {2}"),
    ];
}
