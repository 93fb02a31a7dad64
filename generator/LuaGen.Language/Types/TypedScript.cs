using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Types;

/// <summary>A script of whose expressions it is known what they can be.</summary>
internal sealed class TypedScript(
    BoundScript script,
    IReadOnlyDictionary<Expression, LuaValue> values,
    IReadOnlyList<CommandCall> calls,
    IReadOnlyList<ReturnStatement> returns)
{
    public BoundScript Script { get; } = script;

    /// <summary>Whether the script was within the bounds of what is followed; else nothing is known of it.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>Every call of a command that may be reached, in the order of the text.</summary>
    public IReadOnlyList<CommandCall> Calls { get; } = calls;

    /// <summary>Every place that gives the script's reply, in the order of the text.</summary>
    public IReadOnlyList<ReturnStatement> Returns { get; } = returns;

    /// <summary>What an expression can be, on all roads that lead to it; nothing where none does.</summary>
    public LuaValue TypeOf(Expression expression) => expression switch
    {
        ParenthesizedExpression parenthesized => TypeOf(parenthesized.Inner),
        _ => OfLiteral(expression) ?? (values.TryGetValue(expression, out var value) ? value : LuaValue.Nothing),
    };

    /// <summary>What is the same wherever it stands.</summary>
    public static LuaValue? OfLiteral(Expression expression) => expression switch
    {
        NilLiteral => LuaValue.Nil,
        BooleanLiteral boolean => LuaValue.Of(boolean.Value),
        NumberLiteral number => LuaValue.Of(number.Value),
        StringLiteral text => LuaValue.Of(text.Value),
        _ => null,
    };
}

/// <summary>A call of <c>redis.call</c> or one of its kind.</summary>
/// <param name="Expression">The call.</param>
/// <param name="Skipped">How many arguments stand before the command's name: 1 for <c>pcall(redis.call, 'GET', key)</c>.</param>
internal sealed record CommandCall(CallExpression Expression, int Skipped)
{
    public IEnumerable<Expression> Arguments => Expression.Arguments.Skip(Skipped);
}
