using LuaGen.Language.Syntax;
using LuaGen.Language.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.CodeFixes.Moving;

/// <summary>Finds the reply type that reads what a cast of the client's reply reads.</summary>
internal sealed class CastTyping(TypedScript script, SemanticModel model, CancellationToken cancellationToken)
{
    private readonly LuaKinds _reply = KindsOf(script);

    /// <returns>The type in the header, and what stands behind the call where the cast turned nil into a number.</returns>
    public (string Returns, string Suffix)? Of(CastExpressionSyntax cast) =>
        model.GetTypeInfo(cast.Type, cancellationToken).Type is { } type ? Typed(type, cast.Type is NullableTypeSyntax, _reply) : null;

    /// <summary>
    /// The type that reads what a cast reads. A cast takes the one element of an array for the array, which no type does, so
    /// it stays where the script may reply one.
    /// </summary>
    private static (string Returns, string Suffix)? Typed(ITypeSymbol type, bool isNullable, LuaKinds reply)
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
                return (isNullable || mayBeNil ? "string?" : "string", "");
            case SpecialType.System_Boolean:
                return (isNullable ? "bool?" : "bool", "");
            case SpecialType.System_Int32:
                return Number("int");
            case SpecialType.System_Int64:
                return Number("long");
            case SpecialType.System_UInt64:
                return Number("ulong");
            case SpecialType.System_Double:
                return Number("double");
            default:
                return value is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } ? (isNullable || mayBeNil ? "bytes?" : "bytes", "")
                    : value.ToDisplayString() == "StackExchange.Redis.RedisValue" && !isNullable && !mayBeNil ? ("value", "")
                    : null;
        }

        (string, string) Number(string word) =>
            isNullable ? (word + "?", "") : mayBeNil ? (word + "?", " ?? 0") : (word, "");
    }

    /// <summary>All that the script may reply.</summary>
    private static LuaKinds KindsOf(TypedScript script)
    {
        var statements = script.Script.Tree.Chunk.Statements;
        if (script.Returns.Count == 0 && statements.Count > 0)
        {
            // Nothing is known of a script that is too much for the inference.
            return LuaKinds.Any;
        }

        var kinds = statements.Count > 0 && statements[statements.Count - 1] is ReturnStatement ? LuaKinds.None : LuaKinds.Nil;
        foreach (var statement in script.Returns)
        {
            kinds |= statement.Values.Count == 0 ? LuaKinds.Nil : script.TypeOf(statement.Values[0]).Kinds;
        }

        return kinds;
    }
}
