using LuaGen.Language.Syntax;

namespace LuaGen.Language.Binding;

/// <summary>
/// Local functions that pass on a command name (<c>local function call(command, …) return redis.call(command, …) end</c>).
/// The call inside is replaced by the calls of the function, whose arguments name the command.
/// </summary>
internal sealed class CommandWrappers : SyntaxWalker
{
    private readonly BoundScript _script;
    private readonly Dictionary<LocalSymbol, (FunctionBody Body, int Index)> _parameters = [];
    private readonly Dictionary<FunctionBody, LocalSymbol> _names = [];
    private readonly Dictionary<LocalSymbol, List<CallExpression>> _uses = [];
    private readonly HashSet<LocalSymbol> _escaped = [];
    private readonly HashSet<Expression> _called = [];

    /// <summary>The vararg functions that contain calls, by the position of the call; such a call may pass on <c>...</c>.</summary>
    private readonly Dictionary<int, FunctionBody> _varargs = [];
    private FunctionBody? _body;

    private CommandWrappers(BoundScript script) => _script = script;

    /// <summary>Replaces the calls inside wrapper functions by the calls of those functions.</summary>
    public static List<RedisCall> Resolve(BoundScript script, List<RedisCall> calls)
    {
        if (!calls.Exists(call => call.EndsWithVararg || (call.Arguments is [{ Value: NameExpression name }, ..] && script.LocalOf(name) is { IsReassigned: false })))
        {
            return calls;
        }

        var wrappers = new CommandWrappers(script);
        wrappers.VisitBlock(script.Tree.Chunk);
        return [.. calls.SelectMany(wrappers.Expand).OrderBy(call => call.Span.Start)];
    }

    protected override void VisitLocal(LocalStatement statement)
    {
        for (var i = 0; i < statement.Values.Count && i < statement.Names.Count; i++)
        {
            if (statement.Values[i] is FunctionExpression function && _script.DeclaredBy(statement.Names[i]) is { IsReassigned: false } symbol)
            {
                _names[function.Body] = symbol;
            }
        }

        base.VisitLocal(statement);
    }

    protected override void VisitLocalFunction(LocalFunctionStatement statement)
    {
        if (_script.DeclaredBy(statement.Name) is { IsReassigned: false } symbol)
        {
            _names[statement.Body] = symbol;
        }

        base.VisitLocalFunction(statement);
    }

    protected override void VisitFunctionBody(FunctionBody body, bool hasSelf)
    {
        for (var i = 0; i < body.Parameters.Count; i++)
        {
            if (_script.DeclaredBy(body.Parameters[i]) is { } symbol)
            {
                _parameters[symbol] = (body, i);
            }
        }

        var outer = _body;
        _body = body;
        base.VisitFunctionBody(body, hasSelf);
        _body = outer;
    }

    protected override void Enter(Expression expression)
    {
        if (expression is CallExpression && _body is { IsVararg: true } body)
        {
            _varargs[expression.Span.Start] = body;
        }

        if (expression is CallExpression { Function: NameExpression function } call && _script.LocalOf(function) is { } called)
        {
            _called.Add(function);
            if (!_uses.TryGetValue(called, out var uses))
            {
                _uses.Add(called, uses = []);
            }

            uses.Add(call);
        }
        else if (expression is NameExpression name && !_called.Contains(name) && _script.LocalOf(name) is { } symbol)
        {
            _escaped.Add(symbol);
        }
    }

    private IEnumerable<RedisCall> Expand(RedisCall call)
    {
        var body = call.Arguments.Count > 0 ? ParameterOf(call.Arguments[0].Value)?.Body
            : call.EndsWithVararg && _varargs.TryGetValue(call.Span.Start, out var vararg) ? vararg
            : null;
        if (body is null || !_names.TryGetValue(body, out var wrapper) || _escaped.Contains(wrapper))
        {
            return [call];
        }

        return _uses.TryGetValue(wrapper, out var uses) ? uses.Select(use => At(use, call, body)) : [];
    }

    /// <summary>The Redis call that results from one call of the enclosing function.</summary>
    private RedisCall At(CallExpression use, RedisCall inner, FunctionBody body)
    {
        var arguments = new List<CallArgument>();
        var isOpen = false;
        foreach (var argument in inner.Arguments)
        {
            if (ParameterOf(argument.Value) is not { } parameter || parameter.Body != body)
            {
                arguments.Add(argument);
            }
            else if (parameter.Index < use.Arguments.Count && !IsOpen(use, parameter.Index))
            {
                arguments.Add(CallArgument.Of(_script, use.Arguments[parameter.Index]));
            }
            else
            {
                // The caller does not pass the argument, or a call at the end of its list may provide it.
                isOpen = true;
                break;
            }
        }

        if (inner.IsOpen && !isOpen)
        {
            var passed = use.Arguments.Skip(body.Parameters.Count).ToList();
            isOpen = passed.Count == 0 ? use.Arguments.Count > 0 && IsOpen(use, use.Arguments.Count - 1) : IsOpen(use, use.Arguments.Count - 1);
            isOpen |= !inner.EndsWithVararg;
            arguments.AddRange((isOpen ? passed.Take(Math.Max(0, passed.Count - 1)) : passed).Select(argument => CallArgument.Of(_script, argument)));
        }

        return inner with { Expression = use, Arguments = arguments, IsOpen = isOpen, Rest = isOpen ? RestOf(use, arguments) : null };
    }

    /// <summary>The expression at the end of the list that provides any number of values, if it is not one of the arguments.</summary>
    private Expression? RestOf(CallExpression use, List<CallArgument> arguments) =>
        use.Arguments.Count > 0 && IsOpen(use, use.Arguments.Count - 1) && use.Arguments[use.Arguments.Count - 1] is var last && !arguments.Exists(argument => argument.Expression == last)
            ? last
            : null;

    private (FunctionBody Body, int Index)? ParameterOf(Expression value) =>
        value is NameExpression name && _script.LocalOf(name) is { IsReassigned: false } symbol && _parameters.TryGetValue(symbol, out var parameter) ? parameter : null;

    private bool IsOpen(CallExpression use, int index) => index == use.Arguments.Count - 1 && MultipleResults.MayBeSeveral(_script, use.Arguments[index]);
}
