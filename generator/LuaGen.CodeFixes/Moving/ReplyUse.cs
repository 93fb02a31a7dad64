using LuaGen.Generator.Binding;
using LuaGen.Generator.CallSites;
using LuaGen.Generator.Checking.Types;
using LuaGen.Generator.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.CodeFixes.Moving;

/// <summary>How a call's reply is used, and the type of reply that leaves that use as it is.</summary>
/// <param name="Node">What the typed call takes the place of.</param>
/// <param name="Returns">The reply's type in the header.</param>
/// <param name="Await"><c>await </c>, or nothing.</param>
/// <param name="Chain">What is called on the typed call: <c>.ConfigureAwait(false)</c>, <c>.AsTask()</c>.</param>
/// <param name="Suffix">What stands behind: <c> ?? 0</c>, where the cast turned nil into that; <c>!</c>.</param>
internal sealed record ReplyUse(ExpressionSyntax Node, string Returns, string Await, string Chain, string Suffix)
{
    private const string Unread = "result";

    public static ReplyUse Of(CallSite site, BoundScript script, SemanticModel model, CancellationToken cancellationToken)
    {
        var isAsync = site.Method.Name.EndsWith("Async", StringComparison.Ordinal);
        var (node, await, chain) = isAsync ? Awaited(site.Syntax) : (site.Syntax, "", "");
        var outer = Outer(node);
        if (outer.Parent is ExpressionStatementSyntax)
        {
            return new ReplyUse(node, "nothing", await, chain, "");
        }

        // A task that is not awaited here keeps its type.
        if (isAsync && await.Length == 0)
        {
            return new ReplyUse(node, Unread, await, chain, "");
        }

        var suppression = "";
        if (outer.Parent is PostfixUnaryExpressionSyntax suppressed && suppressed.IsKind(SyntaxKind.SuppressNullableWarningExpression))
        {
            suppression = "!";
            outer = Outer(suppressed);
        }

        var reply = KindsOf(script, cancellationToken);
        if (outer.Parent is CastExpressionSyntax cast && model.GetTypeInfo(cast.Type, cancellationToken).Type is { } type
            && Typed(type, cast.Type is NullableTypeSyntax, reply) is var (returns, suffix))
        {
            return new ReplyUse(cast, returns, await, chain, suffix + (type.IsReferenceType ? suppression : ""));
        }

        return new ReplyUse(node, Unread, await, chain, "");
    }

    private static (ExpressionSyntax Node, string Await, string Chain) Awaited(InvocationExpressionSyntax call)
    {
        ExpressionSyntax node = call;
        var chain = "";
        if (Outer(node).Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured })
        {
            chain = ".ConfigureAwait" + configured.ArgumentList;
            node = configured;
        }

        return Outer(node).Parent is AwaitExpressionSyntax awaited ? (awaited, "await ", chain) : (call, "", ".AsTask()");
    }

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
    private static LuaKinds KindsOf(BoundScript script, CancellationToken cancellationToken)
    {
        var typed = TypeInference.Run(script, DeclaredParameters.None, cancellationToken);
        if (typed.Returns.Count == 0 && script.Tree.Chunk.Statements.Count > 0)
        {
            // Nothing is known of a script that is too much for the inference.
            return LuaKinds.Any;
        }

        var statements = script.Tree.Chunk.Statements;
        var kinds = statements.Count > 0 && statements[statements.Count - 1] is ReturnStatement ? LuaKinds.None : LuaKinds.Nil;
        foreach (var statement in typed.Returns)
        {
            kinds |= statement.Values.Count == 0 ? LuaKinds.Nil : typed.TypeOf(statement.Values[0]).Kinds;
        }

        return kinds;
    }

    private static ExpressionSyntax Outer(ExpressionSyntax expression) =>
        expression.Parent is ParenthesizedExpressionSyntax parenthesized ? Outer(parenthesized) : expression;
}
