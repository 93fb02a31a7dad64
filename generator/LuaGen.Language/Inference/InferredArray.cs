using LuaGen.Language.Header;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Types;

namespace LuaGen.Language.Inference;

/// <summary>The array type that fits each of the tables that a script returns.</summary>
internal static class InferredArray
{
    /// <summary>Arrays of arrays of arrays are not followed further.</summary>
    private const int MaxDepth = 3;

    /// <param name="tables">The table that each path returns; <see langword="null"/> where nothing is known of it.</param>
    /// <returns><see langword="null"/> if no array type fits all of them.</returns>
    public static TypeSyntax? Of(IEnumerable<TableSummary?> tables)
    {
        TypeSyntax? common = null;
        foreach (var table in tables)
        {
            if (table is not { IsOpen: false, HasNames: false })
            {
                return null;
            }

            // "return {}" beside a path that returns rows: no rows.
            if (IsEmpty(table))
            {
                continue;
            }

            var type = Of(table, 0);
            common = common is null ? type : type is null ? null : United(common, type);
            if (common is null)
            {
                return null;
            }
        }

        return common;
    }

    private static bool IsEmpty(TableSummary table) => table is { Command: null, Elements.Kinds: LuaKinds.None };

    private static TypeSyntax? Of(TableSummary table, int depth)
    {
        if (table.Command == "HGETALL")
        {
            return new MapType(default, Named(HeaderType.String), Named(HeaderType.Value));
        }

        // A nil ends the array, and is not in it. A false is a nil in the reply, and true is 1.
        var elements = table.Elements.Without(LuaKinds.Nil);
        var isNullable = elements.MayBe(LuaKinds.False);
        return elements.Kinds == LuaKinds.None ? null
            : elements.Is(LuaKinds.Boolean) ? (elements.MayBe(LuaKinds.True) ? new ArrayType(default, Named(HeaderType.Bool)) : null)
            : elements.Is(LuaKinds.Number | LuaKinds.Boolean) ? new ArrayType(default, Nullable(HeaderType.Long, isNullable))
            : elements.Is(LuaKinds.Text | LuaKinds.False) ? new ArrayType(default, Nullable(HeaderType.Value, isNullable))
            : elements.Is(LuaKinds.Table) && depth < MaxDepth && elements.Table is { IsOpen: false, HasNames: false } inner && Of(inner, depth + 1) is { } type ? new ArrayType(default, type)
            : null;
    }

    /// <summary>The narrowest type that reads what both read.</summary>
    private static TypeSyntax? United(TypeSyntax one, TypeSyntax other)
    {
        if (one.Equals(other))
        {
            return one;
        }

        if (one is not ArrayType first || other is not ArrayType second)
        {
            return null;
        }

        var isNullable = first.Element is NullableType || second.Element is NullableType;
        return (Inner(first.Element), Inner(second.Element)) switch
        {
            (NamedType mine, NamedType theirs) when United(mine.Type, theirs.Type) is { } type => new ArrayType(default, Nullable(type, isNullable)),
            _ => null,
        };
    }

    private static HeaderType? United(HeaderType one, HeaderType other) =>
        one == other ? one
        : one != HeaderType.Bool && other != HeaderType.Bool ? HeaderType.Value
        : null;

    private static TypeSyntax Inner(TypeSyntax type) => type is NullableType nullable ? nullable.Inner : type;

    private static NamedType Named(HeaderType type) => new(default, type);

    private static TypeSyntax Nullable(HeaderType type, bool isNullable) => isNullable ? new NullableType(default, Named(type)) : Named(type);
}
