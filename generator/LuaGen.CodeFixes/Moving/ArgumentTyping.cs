using LuaGen.Language.HeaderTypes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.CodeFixes.Moving;

/// <summary>
/// Finds the header's type for what a call passes as <c>ARGV</c>: one that sends the same bytes. Where there is none, the
/// value goes on as a <c>RedisValue</c>: so do doubles, which the client writes with 17 digits and a typed call does not.
/// </summary>
internal sealed class ArgumentTyping(SemanticModel model, CancellationToken cancellationToken)
{
    /// <returns>The type, and the expression that is passed as such.</returns>
    public (HeaderType Type, ExpressionSyntax Value) Of(ExpressionSyntax expression)
    {
        var value = WithoutConversions(expression);
        if (TimeOf(value) is { } time)
        {
            return time;
        }

        if (value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call && OfCall(call, access) is { } made)
        {
            return made;
        }

        var type = model.GetTypeInfo(value, cancellationToken);
        return HeaderTypeOf(type.Type) is { } known && !MayBeNull(type, known) ? (known, value) : (HeaderType.Value, expression);
    }

    private (HeaderType Type, ExpressionSyntax Value)? OfCall(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access) =>
        (access.Name.Identifier.ValueText, TypeName(access.Expression)) switch
        {
            ("ToUnixTimeSeconds", "System.DateTimeOffset") => (HeaderType.UnixSeconds, access.Expression),
            ("ToUnixTimeMilliseconds", "System.DateTimeOffset") => (HeaderType.UnixMilliseconds, access.Expression),
            ("ToString", "System.Guid") when IsPlainFormat(call) => (HeaderType.Guid, access.Expression),
            _ => null,
        };

    private bool IsPlainFormat(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Count == 0
        || (call.ArgumentList.Arguments is [var format] && model.GetConstantValue(format.Expression, cancellationToken).Value is "D");

    /// <summary>
    /// <c>(long)hold.TotalMilliseconds</c>: both drop what is finer. <c>(int)hold.TotalSeconds</c> drops fractions that
    /// <c>seconds</c> refuses, so it is taken for that only where there can be none.
    /// </summary>
    private (HeaderType Type, ExpressionSyntax Value)? TimeOf(ExpressionSyntax value)
    {
        if (value is not CastExpressionSyntax cast
            || model.GetTypeInfo(cast.Type, cancellationToken).Type?.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64)
            || WithoutParentheses(cast.Expression) is not MemberAccessExpressionSyntax access
            || TypeName(access.Expression) != "System.TimeSpan")
        {
            return null;
        }

        return access.Name.Identifier.ValueText switch
        {
            "TotalMilliseconds" => (HeaderType.Milliseconds, access.Expression),
            "TotalSeconds" when IsWholeSeconds(access.Expression) => (HeaderType.Seconds, access.Expression),
            _ => null,
        };
    }

    private bool IsWholeSeconds(ExpressionSyntax expression)
    {
        var value = WithoutParentheses(expression);
        if (value is IdentifierNameSyntax && model.GetSymbolInfo(value, cancellationToken).Symbol is IFieldSymbol or ILocalSymbol)
        {
            value = Generator.CallSites.SingleAssignment.Resolve(value, model, cancellationToken);
        }

        return value.SyntaxTree == model.SyntaxTree
            && value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromSeconds" or "FromMinutes" or "FromHours" or "FromDays" } factory } call
            && TypeName(factory.Expression) == "System.TimeSpan"
            && call.ArgumentList.Arguments is [var amount]
            && IsWhole(amount.Expression);
    }

    private bool IsWhole(ExpressionSyntax amount) =>
        model.GetTypeInfo(amount, cancellationToken).Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64
        || (model.GetConstantValue(amount, cancellationToken).Value is double number && number == Math.Floor(number));

    /// <summary>Seen through parentheses, and through casts to the type that the value becomes anyway.</summary>
    private ExpressionSyntax WithoutConversions(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case CastExpressionSyntax cast when TypeName(cast.Type) == "StackExchange.Redis.RedisValue" && model.GetTypeInfo(cast.Expression, cancellationToken).Type is not null:
                    expression = cast.Expression;
                    break;
                default:
                    return expression;
            }
        }
    }

    private static HeaderType? HeaderTypeOf(ITypeSymbol? type) => type?.SpecialType switch
    {
        null => null,
        SpecialType.System_String => HeaderType.String,
        SpecialType.System_Boolean => HeaderType.Bool,
        SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32 => HeaderType.Int,
        SpecialType.System_Int64 => HeaderType.Long,
        SpecialType.System_UInt32 => HeaderType.UInt,
        SpecialType.System_UInt64 => HeaderType.ULong,
        _ when type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } => HeaderType.Bytes,
        _ when type.ToDisplayString() is "System.ReadOnlyMemory<byte>" or "System.Memory<byte>" => HeaderType.Bytes,
        _ => null,
    };

    /// <summary>The client refuses null. A <c>string</c> does too, but says so while it compiles; of <c>bytes</c> nothing would be sent.</summary>
    private static bool MayBeNull(TypeInfo type, HeaderType known) =>
        type.Nullability.FlowState == NullableFlowState.MaybeNull || (known == HeaderType.Bytes && type.Nullability.FlowState != NullableFlowState.NotNull);

    private string? TypeName(ExpressionSyntax expression) => model.GetTypeInfo(expression, cancellationToken).Type?.ToDisplayString();

    private static ExpressionSyntax WithoutParentheses(ExpressionSyntax expression) =>
        expression is ParenthesizedExpressionSyntax parenthesized ? WithoutParentheses(parenthesized.Expression) : expression;
}
