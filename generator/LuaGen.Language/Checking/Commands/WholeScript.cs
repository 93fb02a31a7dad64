using System.Globalization;
using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Commands;

/// <summary>A short script as the list of what it does: its statements without the locals that only name keys, arguments and constants.</summary>
internal sealed class WholeScript
{
    private const int MaxCalls = 2;

    private readonly BoundScript _script;

    private WholeScript(BoundScript script)
    {
        _script = script;
        Statements = [.. script.Tree.Chunk.Statements.Where(statement => !IsName(statement))];
    }

    public IReadOnlyList<Statement> Statements { get; }

    public IReadOnlyList<RedisCall> Calls => _script.Calls.All;

    /// <summary>The script, if all of its calls are known and there are not more than one command replaces.</summary>
    public static WholeScript? Of(BoundScript script) =>
        script.Calls is { IsComplete: true, All: { Count: 1 or MaxCalls } calls } && calls.All(call => call is { Function: "redis.call", Guard: null, IsOpen: false })
            ? new WholeScript(script)
            : null;

    /// <summary>The call that an expression is.</summary>
    public RedisCall? CallOf(Expression expression)
    {
        while (expression is ParenthesizedExpression parenthesized)
        {
            expression = parenthesized.Inner;
        }

        return Calls.FirstOrDefault(call => call.Expression == expression);
    }

    /// <summary>The call whose reply an expression is, perhaps through a local.</summary>
    public RedisCall? ReplyOf(Expression expression) => CallOf(_script.Resolve(expression));

    /// <summary>The call that a statement is, or whose reply it names.</summary>
    public RedisCall? CallOf(Statement statement) => statement switch
    {
        CallStatement call => CallOf(call.Call),
        LocalStatement { Names: [var name], Values: [var value] } when _script.DeclaredBy(name)?.OnlyValue == value => CallOf(value),
        _ => null,
    };

    /// <summary>A key, an argument or a constant as a command line shows it: <c>KEYS[1]</c>, <c>60</c>, <c>'open'</c>; else <see langword="null"/>.</summary>
    public string? TextOf(Expression expression) => _script.Resolve(expression) switch
    {
        IndexExpression index when _script.TableOf(index.Target) is { } table && _script.IntegerOf(index.Index) is { } number => table.Element(number),
        StringLiteral { Value: { Length: > 0 } text } when text.All(c => c is > ' ' and < (char)127 and not '\'' and not '`') => $"'{text}'",
        NumberLiteral number when number.Value == Math.Floor(number.Value) && Math.Abs(number.Value) < 1e15 => number.Value.ToString("R", CultureInfo.InvariantCulture),
        CallExpression { Function: var function, Arguments: [var argument] } when _script.IsGlobal(function, "tonumber") || _script.IsGlobal(function, "tostring") => TextOf(argument),
        _ => null,
    };

    /// <summary>The same for what is certainly a string: no number equals a reply.</summary>
    public string? StringOf(Expression expression) => _script.Resolve(expression) is IndexExpression or StringLiteral
        || (_script.Resolve(expression) is CallExpression { Function: var function } && _script.IsGlobal(function, "tostring")) ? TextOf(expression) : null;

    /// <summary>The same for a call's arguments after its name; <see langword="null"/> if one is anything else.</summary>
    public string[]? TextsOf(RedisCall call)
    {
        var texts = call.Arguments.Skip(1).Select(argument => TextOf(argument.Expression)).OfType<string>().ToArray();
        return texts.Length == call.Arguments.Count - 1 ? texts : null;
    }

    /// <summary>The number that <c>tonumber(reply or 0)</c> and <c>tonumber(reply) or 0</c> make of a reply.</summary>
    public RedisCall? NumberOf(Expression expression)
    {
        var resolved = WithoutZero(_script.Resolve(expression));
        return resolved is CallExpression { Arguments: [var argument] } call && _script.IsGlobal(call.Function, "tonumber") ? ReplyOf(WithoutZero(_script.Resolve(argument))) : null;
    }

    /// <summary>Whether an expression is the local of a loop or the keys themselves.</summary>
    public bool IsKeys(Expression expression) => _script.TableOf(expression) == ParameterTable.Keys;

    public bool IsGlobal(Expression expression, string name) => _script.IsGlobal(expression, name);

    public bool Names(Expression expression, Identifier declaration) =>
        expression is NameExpression name && _script.LocalOf(name) is { } symbol && symbol == _script.DeclaredBy(declaration);

    private Expression WithoutZero(Expression expression) =>
        expression is BinaryExpression { Operator: BinaryOperator.Or } or && TextOf(or.Right) is "0" or "'0'" ? _script.Resolve(or.Left) : expression;

    private bool IsName(Statement statement) =>
        statement is LocalStatement local && local.Names.Count == local.Values.Count
        && local.Values.All(value => TextOf(value) is not null) && local.Names.All(name => _script.DeclaredBy(name)?.OnlyValue is not null);
}
