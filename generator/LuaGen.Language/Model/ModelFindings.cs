using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Model;

/// <summary>All that turning a header into C# can find.</summary>
internal static class ModelFindings
{
    public static void UnknownType(this FindingBag findings, SourceSpan span, string name, bool isReply)
    {
        var known = isReply ? HeaderType.ReplyNames : HeaderType.ArgumentNames;
        findings.Add(Rule.UnknownType, span, ForeignTypes.RemedyFor(name, isReply) is { } remedy
            ? $"\"{name}\" is no type; write {remedy}"
            : NearestName.Of(name, known) is { } nearest
            ? $"\"{name}\" is no type; did you mean \"{nearest}\"?"
            : $"\"{name}\" is no type; use one of {string.Join(", ", known)}");
    }

    public static void ReplyTypeAsArgument(this FindingBag findings, SourceSpan span) =>
        findings.Add(Rule.UnknownType, span, "an argument is one value; for any number of them write ARGV[n...]");

    public static void BadDefault(this FindingBag findings, SourceSpan span, string type) =>
        findings.Add(Rule.BadDefault, span, $"this default is no value of the type {type}");

    public static void DefaultOfOptional(this FindingBag findings, SourceSpan span) =>
        findings.Add(Rule.BadDefault, span, "an argument is optional (?) or has a default, not both");

    public static void IndexTwice(this FindingBag findings, SourceSpan span, string table, int index) =>
        findings.Add(Rule.BadIndex, span, $"{table}[{index}] is declared twice");

    public static void IndexMissing(this FindingBag findings, SourceSpan span, string table, int index) =>
        findings.Add(Rule.BadIndex, span, $"{table}[{index}] is not declared; indexes count from 1 without a gap");

    public static void IndexZero(this FindingBag findings, SourceSpan span, string table) =>
        findings.Add(Rule.BadIndex, span, $"{table} counts from 1");

    public static void RestNotLast(this FindingBag findings, SourceSpan span, string table) =>
        findings.Add(Rule.BadIndex, span, $"nothing can follow the rest of {table}; declare it before the \"...\"");

    public static void SecondRest(this FindingBag findings, SourceSpan span, string table) =>
        findings.Add(Rule.BadIndex, span, $"{table} has one rest; to repeat several together, write them as \"item.name\"");

    public static void MemberOfNoGroup(this FindingBag findings, SourceSpan span, string name) =>
        findings.Add(Rule.MalformedDeclaration, span, $"\"{name}.…\" is a member of a repeated group; write the index as \"[n...]\"");

    public static void NameTwice(this FindingBag findings, SourceSpan span, string name, string kind) =>
        findings.Add(Rule.NameCollision, span, $"a second {kind} would be called \"{name}\" in C#; rename one of them");

    public static void NameReserved(this FindingBag findings, SourceSpan span, string name, string remedy) =>
        findings.Add(Rule.NameCollision, span, $"\"{name}\" means something else in the emitted class; {remedy}");

    public static void BadMapKey(this FindingBag findings, SourceSpan span) =>
        findings.Add(Rule.UnknownType, span, "the key of a map is one value that cannot be nil");

    public static void UnnamedReply(this FindingBag findings, SourceSpan span) =>
        findings.Add(Rule.MalformedDeclaration, span, "of several RETURNS lines each names its element: \"RETURNS name: type\"");

    public static void NullableNoValue(this FindingBag findings, SourceSpan span, string word) =>
        findings.Add(Rule.MalformedDeclaration, span, $"\"{word}\" stands alone: it has no value that could be nil, listed or part of another");
    public static void NoHeader(this FindingBag findings) =>
        findings.Add(Rule.NoHeader, new SourceSpan(0, 0));

    public static void FunctionLibrary(this FindingBag findings, SourceSpan span) =>
        findings.Add(Rule.FunctionLibrary, span);

    public static void OlderVersionDiffers(this FindingBag findings, string older) =>
        findings.Add(Rule.VersionDiffers, new SourceSpan(0, 0), older);

    public static void UnknownJsonType(this FindingBag findings, SourceSpan span, string type, string @namespace) =>
        findings.Add(Rule.UnknownJsonType, span, type, @namespace.Length == 0 ? "the project" : @namespace);

    public static void LooseDeclaration(this FindingBag findings, SourceSpan span, string canonical) =>
        findings.Add(Rule.LooseDeclaration, span, $"\"{canonical}\"; write it so");

    public static void LooseReply(this FindingBag findings, SourceSpan span, string? canonical) =>
        findings.Add(Rule.LooseDeclaration, span, canonical is null
            ? "prose, and the reply is RedisResult; write RETURNS and a type, such as long, string? or string[]"
            : $"prose, and the reply is RedisResult; write \"RETURNS {canonical}\"");
}
