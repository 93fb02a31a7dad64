using LuaGen.Language.HeaderTypes;

namespace LuaGen.Language.Header;

/// <summary>A type as the header spells it; the model interprets it.</summary>
internal abstract record TypeSyntax(SourceSpan Span)
{
    /// <summary>The C# types that it names.</summary>
    public IEnumerable<JsonType> JsonTypes() => this switch
    {
        JsonType json => [json],
        ArrayType array => array.Element.JsonTypes(),
        NullableType nullable => nullable.Inner.JsonTypes(),
        MapType map => map.Key.JsonTypes().Concat(map.Value.JsonTypes()),
        RecordType record => record.Fields.SelectMany(field => field.Type.JsonTypes()),
        FlatType flat => flat.Fields.SelectMany(field => field.Type.JsonTypes()),
        _ => [],
    };
}

/// <summary><c>long</c></summary>
internal sealed record NamedType(SourceSpan Span, HeaderType Type) : TypeSyntax(Span);

/// <summary>A name that is not the name of a type.</summary>
internal sealed record UnknownType(SourceSpan Span, string Name) : TypeSyntax(Span);

/// <summary><c>json&lt;My.Type&gt;</c></summary>
internal sealed record JsonType(SourceSpan Span, string TypeName) : TypeSyntax(Span)
{
    /// <summary>Where the name of the type begins.</summary>
    public int NameStart => Span.Start + "json<".Length;
}

/// <summary><c>'asc' | 'desc'</c></summary>
internal sealed record EnumType(SourceSpan Span, EquatableArray<string> Literals) : TypeSyntax(Span);

/// <summary><c>Acquired = 1 | Busy = 0</c></summary>
internal sealed record CodesType(SourceSpan Span, EquatableArray<CodeSyntax> Codes) : TypeSyntax(Span);

internal readonly record struct CodeSyntax(string Name, long Value);

/// <summary><c>(left: long, orderId: long?)</c>: the elements of an array, in order.</summary>
internal sealed record RecordType(SourceSpan Span, EquatableArray<FieldSyntax> Fields) : TypeSyntax(Span);

/// <summary><c>flat(member: string, score: double)</c>: the fields of all records, one after another, in one array.</summary>
internal sealed record FlatType(SourceSpan Span, EquatableArray<FieldSyntax> Fields) : TypeSyntax(Span);

internal sealed record FieldSyntax(SourceSpan NameSpan, string Name, TypeSyntax Type);

/// <summary><c>map&lt;string, long&gt;</c></summary>
internal sealed record MapType(SourceSpan Span, TypeSyntax Key, TypeSyntax Value) : TypeSyntax(Span);

/// <summary><c>T[]</c></summary>
internal sealed record ArrayType(SourceSpan Span, TypeSyntax Element) : TypeSyntax(Span);

/// <summary><c>T?</c></summary>
internal sealed record NullableType(SourceSpan Span, TypeSyntax Inner) : TypeSyntax(Span);
