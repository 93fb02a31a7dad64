using LuaGen.Language.Header;
using LuaGen.Language.HeaderTypes;

namespace LuaGen.Language.Checking.Values;

/// <summary>What the header says that the script returns.</summary>
/// <param name="Type">The type of the whole reply; <see langword="null"/> where its elements are declared by lines of their own, or nothing is.</param>
/// <param name="Elements">The elements of the array that it is.</param>
/// <param name="IsNullable">Whether all of it may be nil.</param>
internal sealed record DeclaredReply(TypeSyntax? Type, IReadOnlyList<TypeSyntax>? Elements, bool IsNullable)
{
    public static DeclaredReply Of(ScriptHeader header)
    {
        var isNullable = header.Replies.Count > 0 && header.Replies[0].IsNullable;
        return header.Replies.Count switch
        {
            0 => new DeclaredReply(null, null, IsNullable: true),
            1 => new DeclaredReply(header.Replies[0].Type, (Bare(header.Replies[0].Type) as RecordType)?.Fields.Select(field => field.Type).ToArray(), isNullable),
            _ => new DeclaredReply(null, [.. header.Replies.Select(reply => reply.Type)], isNullable),
        };
    }

    /// <summary>The type of the element at an index, from 1.</summary>
    public TypeSyntax? Element(int index) => Elements is { } elements ? index <= elements.Count ? elements[index - 1] : null
        : Type is { } type && Bare(type) is ArrayType array ? array.Element
        : null;

    public static bool IsFraction(TypeSyntax? type) => type is NamedType { Type.Kind: WireKind.Fraction };

    private static TypeSyntax Bare(TypeSyntax type) => type is NullableType nullable ? nullable.Inner : type;
}
