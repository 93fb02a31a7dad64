using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Types;

/// <summary>A script with the inferred values of its expressions.</summary>
internal sealed class TypedScript(
    BoundScript script,
    IReadOnlyDictionary<Expression, AbstractValue> values,
    IReadOnlyList<ReturnStatement> returns)
{
    private IReadOnlyList<RedisCall>? _calls;
    private Dictionary<Expression, RedisCall>? _callsByExpression;

    /// <summary>A script of which nothing is known.</summary>
    public static TypedScript Unknown(BoundScript script) => new(script, new Dictionary<Expression, AbstractValue>(), []) { IsKnown = false };

    public BoundScript Script { get; } = script;

    /// <summary>Whether the analysis stayed within its bounds; otherwise nothing is known about the script.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>All calls of commands, in source order, with the constants that type inference found for their arguments.</summary>
    public IReadOnlyList<RedisCall> Calls => _calls ??= [.. Script.Calls.All.Select(WithConstants)];

    /// <summary>The call of a command that an expression is; <see langword="null"/> if it is none.</summary>
    public RedisCall? CallAt(Expression expression)
    {
        if (_callsByExpression is null)
        {
            _callsByExpression = [];
            foreach (var call in Calls)
            {
                _callsByExpression[call.Expression] = call;
            }
        }

        return _callsByExpression.TryGetValue(expression, out var found) ? found : null;
    }

    /// <summary>The calls that may be reached.</summary>
    public IEnumerable<RedisCall> ReachedCalls => Calls.Where(call => values.ContainsKey(call.Expression));

    /// <summary>All statements that return the script's reply, in source order.</summary>
    public IReadOnlyList<ReturnStatement> Returns { get; } = returns;

    /// <summary>The value of an expression, joined over all paths that reach it; nothing if none does.</summary>
    public AbstractValue TypeOf(Expression expression) => expression switch
    {
        ParenthesizedExpression parenthesized => TypeOf(parenthesized.Inner),
        _ => OfLiteral(expression) ?? (values.TryGetValue(expression, out var value) ? value : AbstractValue.Nothing),
    };

    /// <summary>The value of an expression that does not depend on the program point.</summary>
    public static AbstractValue? OfLiteral(Expression expression) => expression switch
    {
        NilLiteral => AbstractValue.Nil,
        BooleanLiteral boolean => AbstractValue.Of(boolean.Value),
        NumberLiteral number => AbstractValue.Of(number.Value),
        StringLiteral text => AbstractValue.Of(text.Value),
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
