using LuaGen.Language.Syntax;

namespace LuaGen.Language.Binding;

/// <summary>A place where a script calls a command.</summary>
/// <param name="Expression">The whole call.</param>
/// <param name="Function">What it calls, as it calls it: <c>redis.call</c>, <c>server.pcall</c>.</param>
/// <param name="Arguments">The command's name and what follows it.</param>
/// <param name="IsOpen">Whether the last of them, which is none of <paramref name="Arguments"/>, gives any number of values: <c>...</c>, <c>unpack(t)</c>.</param>
/// <param name="Guard">The function that runs it and keeps its arguments to itself: <c>xpcall</c> hands on none.</param>
internal sealed record RedisCall(CallExpression Expression, string Function, IReadOnlyList<CallArgument> Arguments, bool IsOpen, string? Guard)
{
    public SourceSpan Span => Expression.Span;

    /// <summary>What makes it open, where that is one expression at the call itself.</summary>
    public Expression? Rest { get; init; }

    /// <summary>Whether what makes it open is <c>...</c>.</summary>
    public bool EndsWithVararg => Rest is VarargExpression;

    /// <summary>Where a finding about the command as such stands.</summary>
    public SourceSpan NameSpan => Arguments.Count > 0 ? Arguments[0].Span : Span;
}

/// <summary>One argument of a command.</summary>
/// <param name="Expression">As written.</param>
/// <param name="Value">What it is, seen through locals that are assigned only once.</param>
/// <param name="Constant">What is sent for it, where that is known.</param>
internal sealed record CallArgument(Expression Expression, Expression Value, string? Constant)
{
    public SourceSpan Span => Expression.Span;

    public static CallArgument Of(BoundScript script, Expression expression)
    {
        var value = script.Resolve(expression);
        return new CallArgument(expression, value, Constants.TextOf(value));
    }
}
