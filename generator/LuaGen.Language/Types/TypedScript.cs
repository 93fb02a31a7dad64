using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Types;

/// <summary>A script of whose expressions it is known what they can be.</summary>
internal sealed class TypedScript(
    BoundScript script,
    IReadOnlyDictionary<Expression, LuaValue> values,
    IReadOnlyList<ReturnStatement> returns)
{
    private IReadOnlyList<RedisCall>? _calls;

    public BoundScript Script { get; } = script;

    /// <summary>Whether the script was within the bounds of what is followed; else nothing is known of it.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>Every call of a command, in the order of the text, with the constants that its arguments are by their types too.</summary>
    public IReadOnlyList<RedisCall> Calls => _calls ??= [.. Script.Calls.All.Select(WithConstants)];

    /// <summary>Those that may be reached.</summary>
    public IEnumerable<RedisCall> ReachedCalls => Calls.Where(call => values.ContainsKey(call.Expression));

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

    /// <summary><c>local name = 'GET'; if … then name = 'GET' end</c>: constant on all paths, though not in the syntax.</summary>
    private RedisCall WithConstants(RedisCall call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Constant is null && TypeOf(argument.Expression).Text is not null)
            {
                return call with { Arguments = [.. call.Arguments.Select(each => each with { Constant = each.Constant ?? TypeOf(each.Expression).Text })] };
            }
        }

        return call;
    }
}
