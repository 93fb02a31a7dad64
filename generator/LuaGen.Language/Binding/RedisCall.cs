using LuaGen.Language.Commands;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Binding;

/// <summary>A call of a Redis command.</summary>
/// <param name="Expression">The call expression.</param>
/// <param name="Function">The function as written: <c>redis.call</c>, <c>server.pcall</c>.</param>
/// <param name="Arguments">The command's name and its arguments.</param>
/// <param name="IsOpen">
/// Whether the call ends with an expression that provides any number of values (<c>...</c>, <c>unpack(t)</c>). That
/// expression is not in <paramref name="Arguments"/>.
/// </param>
/// <param name="Guard">The function that runs the call without passing arguments to it: <c>xpcall</c> takes none.</param>
internal sealed record RedisCall(CallExpression Expression, string Function, IReadOnlyList<CallArgument> Arguments, bool IsOpen, string? Guard)
{
    public SourceSpan Span => Expression.Span;

    /// <summary>Whether an error of the command ends the script, as with <c>redis.call</c>, and not with <c>redis.pcall</c>.</summary>
    public bool Raises => Function.EndsWith(".call", StringComparison.Ordinal);

    /// <summary>The expression that makes the call open, if it is one expression of this call.</summary>
    public Expression? Rest { get; init; }

    /// <summary>The command's name in upper case, if it is constant.</summary>
    public string? CommandName => Arguments is [{ Constant: { } name }, ..] ? CommandTable.Find(name)?.Name ?? name.ToUpperInvariant() : null;

    /// <summary>The constants among the arguments, from an index onward; <see langword="null"/> for the others.</summary>
    public string?[] ConstantsFrom(int first)
    {
        var constants = new string?[Math.Max(0, Arguments.Count - first)];
        for (var i = 0; i < constants.Length; i++)
        {
            constants[i] = Arguments[first + i].Constant;
        }

        return constants;
    }

    /// <summary>Whether an argument from an index onward is a constant that equals a token of a command.</summary>
    public bool HasToken(string token, int first = 1)
    {
        for (var i = first; i < Arguments.Count; i++)
        {
            if (token.Equals(Arguments[i].Constant, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether <c>...</c> makes the call open.</summary>
    public bool EndsWithVararg => Rest is VarargExpression;

    /// <summary>The span for a finding about the command itself.</summary>
    public SourceSpan NameSpan => Arguments.Count > 0 ? Arguments[0].Span : Span;
}

/// <summary>One argument of a command.</summary>
/// <param name="Expression">The argument as written.</param>
/// <param name="Value">The argument, resolved through locals that are assigned only once.</param>
/// <param name="Constant">The text that is sent, if it is known.</param>
internal sealed record CallArgument(Expression Expression, Expression Value, string? Constant)
{
    public SourceSpan Span => Expression.Span;

    public static CallArgument Of(BoundScript script, Expression expression)
    {
        var value = script.Resolve(expression);
        return new CallArgument(expression, value, Constants.TextOf(value));
    }
}
