using LuaGen.Language.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace LuaGen.Generator.Emit;

/// <summary>Writes the names and types of the model as C#.</summary>
internal static class CSharpNames
{
    /// <summary>Escapes an identifier that may be a keyword.</summary>
    public static string Escape(string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) != SyntaxKind.None ? "@" + identifier : identifier;

    /// <summary>Escapes the name of a class, which must not be a contextual keyword such as <c>record</c> either.</summary>
    public static string EscapeType(string identifier) =>
        SyntaxFacts.GetContextualKeywordKind(identifier) != SyntaxKind.None ? "@" + identifier : Escape(identifier);

    /// <summary>Escapes a namespace, any part of which may be a keyword.</summary>
    public static string Namespace(string name) => string.Join(".", name.Split('.').Select(Escape));

    /// <summary>A class with its namespace, from anywhere.</summary>
    public static string Global(ClassName name) =>
        "global::" + (name.Namespace.Length == 0 ? "" : Namespace(name.Namespace) + ".") + EscapeType(name.Name);

    /// <summary>The C# type of a reply.</summary>
    /// <param name="owner">The qualifier of nested names: empty inside the class, <c>Name.</c> outside.</param>
    public static string TypeOf(ReplyModel reply, string owner) => reply switch
    {
        NoValueReply => "void",
        ScalarReply scalar => scalar.Type,
        ArrayReply array => TypeOf(array.Element, owner) + (array.IsNullable ? "[]?" : "[]"),
        EnumReply value => owner + value.Enum.Name + (value.IsNullable ? "?" : ""),
        JsonReply json => JsonAlias.Of(json.Type) + (json.IsNullable ? "?" : ""),
        MapReply map => $"global::System.Collections.Generic.Dictionary<{TypeOf(map.Key, owner)}, {TypeOf(map.Value, owner)}>{(map.IsNullable ? "?" : "")}",
        RecordReply record => owner + record.Name + (record.IsNullable ? "?" : ""),
        FlatReply flat => TypeOf(flat.Row, owner) + (flat.IsNullable ? "[]?" : "[]"),
        _ => throw new ArgumentOutOfRangeException(nameof(reply)),
    };

    /// <summary>The type of a parameter.</summary>
    /// <param name="type">The type.</param>
    /// <param name="owner">The qualifier of nested names: empty inside the class, <c>Name.</c> outside.</param>
    public static string TypeOf(ParameterType type, string owner)
    {
        var name = (type.IsNested ? owner : "") + (type.IsJson ? JsonAlias.Of(type.Name) : type.Name) + (type.IsNullable ? "?" : "");
        return type.IsList ? $"global::System.Collections.Generic.IReadOnlyList<{name}>" : name;
    }
}
