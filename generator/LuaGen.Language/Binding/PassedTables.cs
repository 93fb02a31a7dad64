using LuaGen.Language.Syntax;

namespace LuaGen.Language.Binding;

/// <summary>
/// The parameters of local functions that are always <c>KEYS</c>, or always <c>ARGV</c>: every call passes that table. In a
/// library, functions hand their tables to the local functions that they share.
/// </summary>
internal sealed class PassedTables : SyntaxWalker
{
    /// <summary>Longer chains of functions are not followed; they do not occur in practice.</summary>
    private const int MaxRounds = 8;

    private readonly BoundScript _script;
    private readonly Dictionary<LocalSymbol, FunctionBody> _bodies = [];
    private readonly Dictionary<LocalSymbol, List<CallExpression>> _calls = [];
    private readonly HashSet<LocalSymbol> _escaping = [];
    private readonly HashSet<Expression> _called = [];
    private readonly Dictionary<LocalSymbol, ParameterTable> _tables = [];

    /// <summary>The arguments that hand a table to such a parameter, where it is followed.</summary>
    private readonly HashSet<Expression> _handedOn = [];

    private PassedTables(BoundScript script) => _script = script;

    /// <summary>The table that a parameter always is.</summary>
    public ParameterTable? Find(LocalSymbol parameter) => _tables.TryGetValue(parameter, out var table) ? table : null;

    /// <summary>Whether an argument only hands a table on.</summary>
    public bool IsHandedOn(Expression argument) => _handedOn.Contains(argument);

    public static PassedTables Of(BoundScript script)
    {
        var passed = new PassedTables(script);
        passed.VisitBlock(script.Tree.Chunk);
        for (var round = 0; round < MaxRounds && passed.AddTables(); round++)
        {
        }

        return passed;
    }

    protected override void VisitLocal(LocalStatement statement)
    {
        if (statement is { Names: [var name], Values: [FunctionExpression function] })
        {
            Add(name, function.Body);
        }

        base.VisitLocal(statement);
    }

    protected override void VisitLocalFunction(LocalFunctionStatement statement)
    {
        Add(statement.Name, statement.Body);
        base.VisitLocalFunction(statement);
    }

    protected override void Enter(Expression expression)
    {
        if (expression is CallExpression { Function: NameExpression function } call && _script.LocalOf(function) is { } callee)
        {
            _called.Add(function);
            if (!_calls.TryGetValue(callee, out var calls))
            {
                _calls[callee] = calls = [];
            }

            calls.Add(call);
        }
        else if (expression is NameExpression name && !_called.Contains(name) && _script.LocalOf(name) is { } symbol)
        {
            _escaping.Add(symbol);
        }
    }

    private void Add(Identifier name, FunctionBody body)
    {
        if (_script.DeclaredBy(name) is { IsReassigned: false } symbol)
        {
            _bodies[symbol] = body;
        }
    }

    private bool AddTables()
    {
        var before = _tables.Count;
        foreach (var function in _bodies.Where(function => !_escaping.Contains(function.Key) && _calls.ContainsKey(function.Key)))
        {
            for (var i = 0; i < function.Value.Parameters.Count; i++)
            {
                if (_script.DeclaredBy(function.Value.Parameters[i]) is { IsReassigned: false } parameter && !_tables.ContainsKey(parameter) && TableOf(_calls[function.Key], i, parameter) is { } table)
                {
                    _tables[parameter] = table;
                    _handedOn.UnionWith(_calls[function.Key].Where(call => i < call.Arguments.Count).Select(call => call.Arguments[i]));
                }
            }
        }

        return _tables.Count > before;
    }

    /// <summary>The table that all calls pass; a function that calls itself with its own parameter passes the same.</summary>
    private ParameterTable? TableOf(List<CallExpression> calls, int index, LocalSymbol parameter)
    {
        ParameterTable? common = null;
        foreach (var call in calls)
        {
            var argument = index < call.Arguments.Count ? _script.Resolve(call.Arguments[index]) : null;
            if (argument is NameExpression own && _script.LocalOf(own) == parameter)
            {
                continue;
            }

            if (TableOf(argument) is not { } table || (common is { } other && other != table))
            {
                return null;
            }

            common = table;
        }

        return common;
    }

    private ParameterTable? TableOf(Expression? argument) => argument switch
    {
        NameExpression name => _script.LocalOf(name) is { } symbol ? Find(symbol) : ParameterTables.Named(name.Name),
        _ => null,
    };
}
