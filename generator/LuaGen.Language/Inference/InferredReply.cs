using LuaGen.Language.Header;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Inference;

/// <summary>The type of the reply where every path of the script shows it.</summary>
internal static class InferredReply
{
    /// <summary><see langword="null"/> if some path does not show it.</summary>
    public static TypeSyntax? Of(TypedScript types)
    {
        if (!types.IsKnown || types.Script.Tree.Chunk.Statements.Count == 0)
        {
            return null;
        }

        var reply = AbstractValue.Nothing;
        var values = ReturnedValues.Of(types);
        var tables = new List<TableSummary?>();
        foreach (var returned in types.Returns)
        {
            var value = returned.Values.Count == 0 ? AbstractValue.Nil : values.First(returned);
            reply = Joined(reply, value);
            if (value.MayBe(LuaKinds.Table))
            {
                tables.Add(value.Table);
            }
        }

        if (!Ends(types.Script.Tree.Chunk))
        {
            reply = reply.Kinds == LuaKinds.None ? AbstractValue.Nil : reply with { Kinds = reply.Kinds | LuaKinds.Nil };
        }

        return reply.Kinds == LuaKinds.None || reply.MayBe(LuaKinds.Function) ? null : TypeOf(reply, tables);
    }

    /// <summary>Joins kinds without uniting tables, which would change what is known of them.</summary>
    private static AbstractValue Joined(AbstractValue one, AbstractValue other) => new(one.Kinds | other.Kinds, one.Provenance | other.Provenance);

    private static TypeSyntax? TypeOf(AbstractValue reply, List<TableSummary?> tables)
    {
        // An error becomes an exception, and nil and false are both nil.
        var kinds = reply.Kinds & ~LuaKinds.Error;
        var isNullable = (kinds & LuaKinds.Falsy) != 0;
        var isTrue = (kinds & LuaKinds.True) != 0;
        var core = kinds & ~(LuaKinds.Falsy | LuaKinds.True);
        if (core == LuaKinds.None)
        {
            return kinds == LuaKinds.None ? null : Named(isTrue ? HeaderType.Bool : HeaderType.Nothing);
        }

        if ((core & ~LuaKinds.Number) == 0)
        {
            return Nullable(Named(HeaderType.Long), isNullable);
        }

        if (isTrue)
        {
            return null;
        }

        return core switch
        {
            LuaKinds.Status => Nullable(Named(HeaderType.Status), isNullable),
            LuaKinds.Table => InferredArray.Of(tables) is { } array ? Nullable(array, isNullable) : null,
            _ => (core & ~(LuaKinds.String | LuaKinds.Status | LuaKinds.Number)) == 0 ? Nullable(Named(HeaderType.Value), isNullable) : null,
        };
    }

    /// <summary>Whether every path through a block leaves it.</summary>
    private static bool Ends(Block block) => block.Statements.Count > 0 && block.Statements[block.Statements.Count - 1] switch
    {
        ReturnStatement => true,
        DoStatement @do => Ends(@do.Body),
        IfStatement { Else: { } @else } @if => Ends(@else) && @if.Clauses.All(clause => Ends(clause.Body)),
        CallStatement { Call: CallExpression { Function: NameExpression { Name: "error" } } } => true,
        _ => false,
    };

    private static NamedType Named(HeaderType type) => new(default, type);

    private static TypeSyntax Nullable(TypeSyntax type, bool isNullable) => isNullable ? new NullableType(default, type) : type;
}
