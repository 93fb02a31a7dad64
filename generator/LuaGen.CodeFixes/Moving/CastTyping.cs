using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Inference;
using LuaGen.Language.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.CodeFixes.Moving;

/// <summary>Finds the reply type that reads the same value as a cast of the client's reply.</summary>
internal sealed class CastTyping(TypedScript script, SemanticModel model, CancellationToken cancellationToken)
{
    private readonly LuaKinds _reply = KindsOf(script);

    public TypedReply? Of(CastExpressionSyntax cast) =>
        model.GetTypeInfo(cast.Type, cancellationToken).Type is { } type ? Typed(type, cast.Type is NullableTypeSyntax, _reply) : null;

    /// <summary>The type of an element of an array.</summary>
    /// <param name="cast">The cast of the element.</param>
    /// <param name="kinds">The kinds that the element may have.</param>
    public TypedReply? OfElement(CastExpressionSyntax cast, LuaKinds kinds) =>
        model.GetTypeInfo(cast.Type, cancellationToken).Type is { } type ? Typed(type, cast.Type is NullableTypeSyntax, kinds) : null;

    /// <summary>
    /// The type that reads the same value as a cast. A cast of a one-element array returns the element, which no reply type
    /// does, so the cast stays if the script may return such an array.
    /// </summary>
    private static TypedReply? Typed(ITypeSymbol type, bool isNullable, LuaKinds reply)
    {
        if ((reply & LuaKinds.Table) != 0)
        {
            return null;
        }

        var mayBeNil = (reply & (LuaKinds.Falsy | LuaKinds.Function)) != 0;
        var value = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : type;
        switch (value.SpecialType)
        {
            case SpecialType.System_String:
                return new TypedReply(HeaderType.String, isNullable || mayBeNil);
            case SpecialType.System_Boolean:
                return new TypedReply(HeaderType.Bool, isNullable);
            case SpecialType.System_Int32:
                return Number(HeaderType.Int);
            case SpecialType.System_Int64:
                return Number(HeaderType.Long);
            case SpecialType.System_UInt64:
                return Number(HeaderType.ULong);
            case SpecialType.System_Double:
                return Number(HeaderType.Double);
            default:
                return value is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } ? new TypedReply(HeaderType.Bytes, isNullable || mayBeNil)
                    : value.ToDisplayString() == "StackExchange.Redis.RedisValue" && !isNullable && !mayBeNil ? new TypedReply(HeaderType.Value, IsNullable: false)
                    : null;
        }

        TypedReply Number(HeaderType number) => new(number, isNullable || mayBeNil) { Suffix = !isNullable && mayBeNil ? " ?? 0" : "" };
    }

    /// <summary>The kinds of all values that the script may return.</summary>
    private static LuaKinds KindsOf(TypedScript script)
    {
        var statements = script.Script.Tree.Chunk.Statements;
        if (script.Returns.Count == 0 && statements.Count > 0)
        {
            // Nothing is known about a script that exceeds the limits of type inference.
            return LuaKinds.Any;
        }

        var kinds = ScriptEnd.MayBeReached(script.Script.Tree.Chunk) ? LuaKinds.Nil : LuaKinds.None;
        foreach (var statement in script.Returns)
        {
            kinds |= statement.Values.Count == 0 ? LuaKinds.Nil : script.TypeOf(statement.Values[0]).Kinds;
        }

        return kinds;
    }
}
