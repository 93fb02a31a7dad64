using LuaGen.Language.Syntax;
using LuaGen.Language.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.CodeFixes.Moving;

/// <summary>Finds the reply type that reads the same value as a cast of the client's reply.</summary>
internal sealed class CastTyping(TypedScript script, SemanticModel model, CancellationToken cancellationToken)
{
    private readonly LuaKinds _reply = KindsOf(script);

    /// <returns>The type in the header, and the text after the call that keeps the value of a cast from nil to a number.</returns>
    public (string Returns, string Suffix)? Of(CastExpressionSyntax cast) =>
        model.GetTypeInfo(cast.Type, cancellationToken).Type is { } type ? Typed(type, cast.Type is NullableTypeSyntax, _reply) : null;

    /// <summary>
    /// The type that reads the same value as a cast. A cast of a one-element array returns the element, which no reply type
    /// does, so the cast stays if the script may return such an array.
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

    /// <summary>The kinds of all values that the script may return.</summary>
    private static LuaKinds KindsOf(TypedScript script)
    {
        var statements = script.Script.Tree.Chunk.Statements;
        if (script.Returns.Count == 0 && statements.Count > 0)
        {
            // Nothing is known about a script that exceeds the limits of type inference.
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
