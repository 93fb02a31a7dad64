using LuaGen.Language.Syntax;

namespace LuaGen.Language.Binding;

/// <summary>Resolves names by the scope rules of Lua 5.1 (§2.6 of the manual).</summary>
internal sealed class Binder : SyntaxWalker
{
    /// <summary>By the ordinal of the name; <see langword="null"/> for globals.</summary>
    private readonly List<LocalSymbol?> _locals = [];
    private readonly Dictionary<int, LocalSymbol> _declarations = [];
    private readonly HashSet<string> _globals = new(StringComparer.Ordinal);
    private readonly CancellationToken _cancellationToken;
    private Scope _scope = new(outer: null, firstSlot: 0, depth: 0);

    private Binder(CancellationToken cancellationToken) => _cancellationToken = cancellationToken;

    public static BoundScript Bind(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var binder = new Binder(cancellationToken);
        binder.VisitBlock(tree.Chunk);
        return new BoundScript(tree, [.. binder._locals], binder._declarations, binder._globals);
    }

    protected override void VisitBlock(Block block)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        Open();
        base.VisitBlock(block);
        Close();
    }

    protected override void VisitLocal(LocalStatement statement)
    {
        // The names are not visible in the values: local x = x.
        base.VisitLocal(statement);
        for (var i = 0; i < statement.Names.Count; i++)
        {
            Declare(statement.Names[i], ValueAt(statement.Values, i, statement.Names.Count));
        }
    }

    protected override void VisitAssignment(AssignmentStatement statement)
    {
        base.VisitAssignment(statement);
        foreach (var target in statement.Targets)
        {
            MarkAssigned(target);
        }
    }

    protected override void VisitRepeat(RepeatStatement statement)
    {
        // The body's locals are visible in the condition, so the body's scope stays open for it.
        Open();
        foreach (var inner in statement.Body.Statements)
        {
            VisitStatement(inner);
        }

        VisitExpression(statement.Condition);
        Close();
    }

    protected override void VisitNumericFor(NumericForStatement statement)
    {
        VisitForBounds(statement);
        Open();
        Declare(statement.Variable, value: null);
        VisitBlock(statement.Body);
        Close();
    }

    protected override void VisitGenericFor(GenericForStatement statement)
    {
        VisitAll(statement.Iterators);
        Open();
        foreach (var variable in statement.Variables)
        {
            Declare(variable, value: null);
        }

        VisitBlock(statement.Body);
        Close();
    }

    protected override void VisitFunction(FunctionStatement statement)
    {
        base.VisitFunction(statement);
        if (statement.Method is null)
        {
            MarkAssigned(statement.Name);
        }
    }

    protected override void VisitLocalFunction(LocalFunctionStatement statement)
    {
        Declare(statement.Name, value: null);
        base.VisitLocalFunction(statement);
    }

    protected override void VisitFunctionBody(FunctionBody body, bool hasSelf)
    {
        OpenFunction();
        if (hasSelf)
        {
            Declare(new Identifier("self", body.Span), value: null);
        }

        foreach (var parameter in body.Parameters)
        {
            Declare(parameter, value: null);
        }

        base.VisitFunctionBody(body, hasSelf);
        Close();
    }

    protected override void Enter(Expression expression)
    {
        if (expression is NameExpression name)
        {
            if (_scope.Find(name.Name) is { } symbol)
            {
                symbol.IsCaptured |= symbol.Depth != _scope.Depth;
                Note(name, symbol);
            }
            else
            {
                _globals.Add(name.Name);
            }
        }
    }

    /// <summary>The expression that is assigned to the i-th name; null if a call or <c>...</c> at the end provides the value.</summary>
    private static Expression? ValueAt(IReadOnlyList<Expression> values, int index, int names)
    {
        if (index >= values.Count)
        {
            return null;
        }

        var isOpen = values[index] is CallExpression or MethodCallExpression or VarargExpression;
        return isOpen && index == values.Count - 1 && index < names - 1 ? null : values[index];
    }

    private void Note(NameExpression name, LocalSymbol symbol)
    {
        while (_locals.Count <= name.Ordinal)
        {
            _locals.Add(null);
        }

        _locals[name.Ordinal] = symbol;
    }

    private void MarkAssigned(Expression target)
    {
        if (target is NameExpression name && _locals.ElementAtOrDefault(name.Ordinal) is { } symbol)
        {
            symbol.IsReassigned = true;
        }
    }

    private void Declare(Identifier name, Expression? value) => _declarations[name.Span.Start] = _scope.Declare(name, value);

    private void Open() => _scope = new Scope(_scope, _scope.NextSlot, _scope.Depth);

    private void OpenFunction() => _scope = new Scope(_scope, firstSlot: 0, _scope.Depth + 1);

    private void Close() => _scope = _scope.Outer!;

    private sealed class Scope(Scope? outer, int firstSlot, int depth)
    {
        private Dictionary<string, LocalSymbol>? _symbols;

        public Scope? Outer { get; } = outer;

        public int Depth { get; } = depth;

        public int NextSlot { get; private set; } = firstSlot;

        public LocalSymbol Declare(Identifier name, Expression? value)
        {
            var symbol = new LocalSymbol(name, value, NextSlot++, Depth);
            (_symbols ??= new Dictionary<string, LocalSymbol>(StringComparer.Ordinal))[symbol.Name] = symbol;
            return symbol;
        }

        public LocalSymbol? Find(string name)
        {
            for (var scope = this; scope is not null; scope = scope.Outer)
            {
                if (scope._symbols is { } symbols && symbols.TryGetValue(name, out var symbol))
                {
                    return symbol;
                }
            }

            return null;
        }
    }
}
