using LuaGen.Language.HeaderTypes;

namespace LuaGen.Language.Header;

/// <summary>Names of types as other languages spell them, where they can only mean one type of the header.</summary>
internal static class TypeSpelling
{
    private static readonly Dictionary<string, HeaderType> Spellings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["boolean"] = HeaderType.Bool,
        ["integer"] = HeaderType.Int,
        ["int32"] = HeaderType.Int,
        ["int64"] = HeaderType.Long,
        ["uint32"] = HeaderType.UInt,
        ["uint64"] = HeaderType.ULong,
        ["str"] = HeaderType.String,
        ["text"] = HeaderType.String,
        ["float"] = HeaderType.Double,
        ["uuid"] = HeaderType.Guid,
    };

    /// <summary>English words that are also names of types. In a sentence they are words.</summary>
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "nothing", "ok", "result", "value", "string", "status", "bytes", "double", "decimal", "seconds", "milliseconds", "number", "list", "text",
    };

    /// <summary>The type that a name means: by its own name in any case, or in another spelling.</summary>
    public static HeaderType? Find(string name) =>
        HeaderType.Find(name)
        ?? (Spellings.TryGetValue(name, out var type) ? type : HeaderType.All.FirstOrDefault(candidate => candidate.Name.Equals(name, StringComparison.OrdinalIgnoreCase)));

    public static bool IsTypeName(string name) => Find(name) is not null;

    public static bool IsWord(string name) => Words.Contains(name);

    /// <summary><c>TimeSpan</c>: the body decides between <c>seconds</c> and <c>milliseconds</c>.</summary>
    public static bool IsDuration(string name) =>
        name.Equals("TimeSpan", StringComparison.OrdinalIgnoreCase) || name.Equals("duration", StringComparison.OrdinalIgnoreCase);

    /// <summary>The type with all spellings resolved; the same object if there are none.</summary>
    public static TypeSyntax Resolve(TypeSyntax type)
    {
        switch (type)
        {
            case UnknownType unknown:
                return Find(unknown.Name) is { } known ? new NamedType(unknown.Span, known) : unknown;
            case ArrayType array:
                return Resolve(array.Element) is var element && element == array.Element ? array : array with { Element = element };
            case NullableType nullable:
                return Resolve(nullable.Inner) is var inner && inner == nullable.Inner ? nullable : nullable with { Inner = inner };
            case MapType map:
                return map with { Key = Resolve(map.Key), Value = Resolve(map.Value) } is var resolved && resolved == map ? map : resolved;
            case RecordType record:
                return Resolve(record.Fields) is { } fields ? record with { Fields = fields } : record;
            case FlatType flat:
                return Resolve(flat.Fields) is { } columns ? flat with { Fields = columns } : flat;
            default:
                return type;
        }
    }

    /// <summary>Whether every name in the type is known.</summary>
    public static bool IsKnown(TypeSyntax type) => type switch
    {
        UnknownType => false,
        ArrayType array => IsKnown(array.Element),
        NullableType nullable => IsKnown(nullable.Inner),
        MapType map => IsKnown(map.Key) && IsKnown(map.Value),
        RecordType record => record.Fields.All(field => IsKnown(field.Type)),
        FlatType flat => flat.Fields.All(field => IsKnown(field.Type)),
        _ => true,
    };

    private static EquatableArray<FieldSyntax>? Resolve(EquatableArray<FieldSyntax> fields)
    {
        var resolved = fields.Select(field => field with { Type = Resolve(field.Type) }).ToEquatableArray();
        return resolved == fields ? null : resolved;
    }
}
