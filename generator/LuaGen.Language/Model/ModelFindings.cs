using LuaGen.Language.Header;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Model;

/// <summary>All findings of the conversion from a header to C#.</summary>
internal static class ModelFindings
{
    public static void UnknownType(this FindingBag findings, SourceSpan span, string name, bool isReply)
    {
        var known = isReply ? HeaderType.ReplyNames : HeaderType.ArgumentNames;
        findings.Add(Rule.UnknownType, span, ForeignTypes.RemedyFor(name, isReply) is { } remedy
            ? $"'{name}' is not a type: write {remedy}"
            : NearestName.Of(name, known) is { } nearest
            ? $"'{name}' is not a type: write `{nearest}`"
            : $"'{name}' is not a type: write one of `{string.Join("`, `", known)}`");
    }

    public static void ReplyTypeAsArgument(this FindingBag findings, SourceSpan span) =>
        findings.Add(Rule.UnknownType, span, "An argument is a single value: write `ARGV[n...]` for a list");

    public static void BadDefault(this FindingBag findings, SourceSpan span, TypeSyntax type) =>
        findings.Add(Rule.BadDefault, span, type switch
        {
            NamedType named => $"The default is not a value of type '{named.Type.Name}': write a value of that type, or remove the default",
            JsonType => "A `json<…>` argument cannot have a default: remove it",
            _ => "The default is not one of the declared values: write one of them, or remove the default",
        });

    public static void DefaultOfList(this FindingBag findings, SourceSpan span) =>
        findings.Add(Rule.BadDefault, span, "A list cannot have a default: remove it");

    public static void DefaultOfOptional(this FindingBag findings, SourceSpan span) =>
        findings.Add(Rule.BadDefault, span, "An optional argument cannot have a default: remove the `?` or the default");

    public static void IndexTwice(this FindingBag findings, SourceSpan span, string table, int index) =>
        findings.Add(Rule.BadIndex, span, $"{table}[{index}] is declared twice: remove one declaration, or correct its index");

    public static void IndexMissing(this FindingBag findings, SourceSpan span, string table, int index) =>
        findings.Add(Rule.BadIndex, span, $"{table}[{index}] is not declared: number the declarations from 1 without a gap");

    public static void IndexZero(this FindingBag findings, SourceSpan span, string table) =>
        findings.Add(Rule.BadIndex, span, $"{table}[0] does not exist: number the declarations from 1");

    public static void RestNotLast(this FindingBag findings, SourceSpan span, string table) =>
        findings.Add(Rule.BadIndex, span, $"Nothing can follow the list in {table}: move this declaration before it");

    public static void SecondRest(this FindingBag findings, SourceSpan span, string table) =>
        findings.Add(Rule.BadIndex, span, $"{table} already has a list: to repeat several values together, name them `item.name`");

    public static void MemberOfNoGroup(this FindingBag findings, SourceSpan span, string name) =>
        findings.Add(Rule.MalformedDeclaration, span, $"'{name}.…' is a member of a repeated group; write the index as `[n...]`");

    public static void NameTwice(this FindingBag findings, SourceSpan span, string name, string kind) =>
        findings.Add(Rule.NameCollision, span, $"Two declarations would become the {kind} '{name}' in C#: rename one of them");

    public static void NameWithoutLetters(this FindingBag findings, SourceSpan span, string name) =>
        findings.Add(Rule.NameCollision, span, $"'{name}' does not make a C# name: use letters");

    public static void NameReserved(this FindingBag findings, SourceSpan span, string name, string remedy) =>
        findings.Add(Rule.NameCollision, span, $"'{name}' is reserved in the generated class: {remedy}");

    public static void BadMapKey(this FindingBag findings, SourceSpan span) =>
        findings.Add(Rule.UnknownType, span, "A map key must be a single value that is never nil: write a type such as `string`");

    public static void UnnamedReply(this FindingBag findings, SourceSpan span) =>
        findings.Add(Rule.MalformedDeclaration, span, "each of several RETURNS lines needs a name; write `RETURNS name: type`");

    public static void NullableNoValue(this FindingBag findings, SourceSpan span, string word) =>
        findings.Add(Rule.MalformedDeclaration, span, $"'{word}' must be the whole reply type; it cannot be nullable or part of another type");
    public static void OlderVersionDiffers(this FindingBag findings, string older) =>
        findings.Add(Rule.VersionDiffers, new SourceSpan(0, 0), older);

    /// <param name="findings">Receives the finding.</param>
    /// <param name="span">The name in the script.</param>
    /// <param name="type">The C# type.</param>
    /// <param name="read">The name that the script reads.</param>
    /// <param name="name">The name that the JSON has.</param>
    /// <param name="member">The member of the type.</param>
    public static void JsonFieldName(this FindingBag findings, SourceSpan span, string type, string read, string name, string member) =>
        findings.Add(Rule.JsonFieldName, span, type, read, name, member);

    public static void UnknownJsonType(this FindingBag findings, SourceSpan span, string type, string @namespace) =>
        findings.Add(Rule.UnknownJsonType, span, type, @namespace.Length == 0 ? "the project" : $"'{@namespace}'");
}
