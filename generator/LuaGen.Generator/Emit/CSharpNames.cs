using LuaGen.Language.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace LuaGen.Generator.Emit;

/// <summary>Spells names and types of the model as C#.</summary>
internal static class CSharpNames
{
    /// <summary>An identifier that may be a keyword.</summary>
    public static string Escape(string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) != SyntaxKind.None ? "@" + identifier : identifier;

    /// <summary>The name of a class, for which contextual keywords such as <c>record</c> are taken too.</summary>
    public static string EscapeType(string identifier) =>
        SyntaxFacts.GetContextualKeywordKind(identifier) != SyntaxKind.None ? "@" + identifier : Escape(identifier);

    /// <summary>A namespace, any part of which may be a keyword.</summary>
    public static string Namespace(string name) => string.Join(".", name.Split('.').Select(Escape));

    /// <summary>The type that reading a reply gives.</summary>
    /// <param name="owner">What stands before nested names: empty inside the class, <c>Name.</c> outside.</param>
    public static string TypeOf(ReplyModel reply, string owner) => reply switch
    {
        NoValueReply => "void",
        ScalarReply scalar => scalar.Type,
        ArrayReply array => TypeOf(array.Element, owner) + (array.IsNullable ? "[]?" : "[]"),
        EnumReply value => owner + value.Enum.Name + (value.IsNullable ? "?" : ""),
        JsonReply json => Namespace(json.Type) + (json.IsNullable ? "?" : ""),
        MapReply map => $"global::System.Collections.Generic.Dictionary<{TypeOf(map.Key, owner)}, {TypeOf(map.Value, owner)}>{(map.IsNullable ? "?" : "")}",
        RecordReply record => owner + record.Name + (record.IsNullable ? "?" : ""),
        FlatReply flat => TypeOf(flat.Row, owner) + (flat.IsNullable ? "[]?" : "[]"),
        _ => throw new ArgumentOutOfRangeException(nameof(reply)),
    };

    /// <summary>The field that holds the contract of a type that is exchanged as JSON.</summary>
    public static string JsonField(string type) => "_json" + string.Concat(type.Split('.'));

    /// <summary>The type of a parameter.</summary>
    /// <param name="type">The type.</param>
    /// <param name="owner">What stands before nested names: empty inside the class, <c>Name.</c> outside.</param>
    public static string TypeOf(ParameterType type, string owner)
    {
        var name = (type.IsNested ? owner : "") + (type.IsJson ? Namespace(type.Name) : type.Name) + (type.IsNullable ? "?" : "");
        return type.IsList ? $"global::System.Collections.Generic.IReadOnlyList<{name}>" : name;
    }
}
