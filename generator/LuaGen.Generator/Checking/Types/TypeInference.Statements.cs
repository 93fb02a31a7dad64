using LuaGen.Generator.Syntax;

namespace LuaGen.Generator.Checking.Types;

internal sealed partial class TypeInference
{
    /// <summary>How often a loop is gone through until what it changes is given up.</summary>
    private const int MaxPasses = 3;

    /// <summary>Loops within so many others are gone through once.</summary>
    private const int MaxNestedPasses = 2;

    private void RunBlock(Block block)
    {
        var slots = _locals?.Count ?? 0;
        _depth++;
        foreach (var statement in block.Statements)
        {
            if (_locals is null || HasGivenUp())
            {
                break;
            }

            RunStatement(statement);
        }

        _depth--;
        _locals?.Truncate(slots);
    }

    private void RunStatement(Statement statement)
    {
        switch (statement)
        {
            case LocalStatement local:
                RunLocal(local);
                break;
            case AssignmentStatement assignment:
                RunAssignment(assignment);
                break;
            case CallStatement call:
                EvaluateAll(call.Call);
                break;
            case DoStatement @do:
                RunBlock(@do.Body);
                break;
            case WhileStatement @while:
                RunWhile(@while);
                break;
            case RepeatStatement repeat:
                RunRepeat(repeat);
                break;
            case IfStatement @if:
                RunIf(@if);
                break;
            case NumericForStatement numeric:
                RunNumericFor(numeric);
                break;
            case GenericForStatement generic:
                RunGenericFor(generic);
                break;
            case FunctionStatement function:
                Assign(function.Name, ValueOf(FunctionOf(function.Body, function.Method is not null)));
                break;
            case LocalFunctionStatement function:
                Declare(function.Name, ValueOf(FunctionOf(function.Body, hasSelf: false)));
                break;
            case ReturnStatement @return:
                RunReturn(@return);
                break;
            case BreakStatement:
                LeaveLoop();
                break;
        }
    }

    private static LuaValue ValueOf(FunctionFacts function) => new(LuaKinds.Function, Origins.Literal, function);

    private void RunLocal(LocalStatement statement)
    {
        var values = EvaluateList(statement.Values);
        for (var i = 0; i < statement.Names.Count; i++)
        {
            Declare(statement.Names[i], values[i]);
        }
    }

    private void RunAssignment(AssignmentStatement statement)
    {
        var values = EvaluateList(statement.Values);
        for (var i = 0; i < statement.Targets.Count; i++)
        {
            Assign(statement.Targets[i], values[i]);
        }
    }

    private void RunIf(IfStatement statement)
    {
        LocalValues? end = null;
        foreach (var clause in statement.Clauses)
        {
            if (_locals is not { } before)
            {
                break;
            }

            Evaluate(clause.Condition);
            _locals = WhereHolds(before, clause.Condition, truth: true);
            RunBlock(clause.Body);
            end = LocalValues.Join(end, _locals);
            _locals = WhereHolds(before, clause.Condition, truth: false);
        }

        if (_locals is not null && statement.Else is { } otherwise)
        {
            RunBlock(otherwise);
        }

        _locals = LocalValues.Join(end, _locals);
    }

    private void RunWhile(WhileStatement statement) => RunLoop(() =>
    {
        Evaluate(statement.Condition);
        var before = _locals!;
        _locals = WhereHolds(before, statement.Condition, truth: true);
        RunBlock(statement.Body);
        return WhereHolds(before, statement.Condition, truth: false);
    });

    private void RunRepeat(RepeatStatement statement) => RunLoop(() =>
    {
        var slots = _locals!.Count;

        // The condition sees the body's locals, so the body's scope is left behind it.
        foreach (var inner in statement.Body.Statements)
        {
            if (_locals is null || HasGivenUp())
            {
                return null;
            }

            RunStatement(inner);
        }

        if (_locals is not { } end)
        {
            return null;
        }

        Evaluate(statement.Condition);
        var left = WhereHolds(end, statement.Condition, truth: true);
        left?.Truncate(slots);
        _locals = WhereHolds(end, statement.Condition, truth: false);
        _locals?.Truncate(slots);
        return left;
    });

    private void RunNumericFor(NumericForStatement statement)
    {
        var start = Evaluate(statement.Start);
        Evaluate(statement.Limit);
        var step = statement.Step is { } expression ? Evaluate(expression) : LuaValue.Of(1);
        var isWhole = start.Is(LuaKinds.Integer) && step.Is(LuaKinds.Integer);
        RunLoop(() =>
        {
            var before = _locals!.Copy();
            Declare(statement.Variable, isWhole ? LuaValue.Integer : LuaValue.Number);
            RunBlock(statement.Body);
            _locals?.Truncate(before.Count);
            return before;
        });
    }

    private void RunGenericFor(GenericForStatement statement)
    {
        var items = IterationOf(statement.Iterators);
        RunLoop(() =>
        {
            var before = _locals!.Copy();
            for (var i = 0; i < statement.Variables.Count; i++)
            {
                Declare(statement.Variables[i], items[i]);
            }

            RunBlock(statement.Body);
            _locals?.Truncate(before.Count);
            return before;
        });
    }

    /// <summary>Goes through a loop until nothing new comes out of it.</summary>
    /// <param name="pass">Runs condition and body once; gives what holds where the condition ends the loop.</param>
    private void RunLoop(Func<LocalValues?> pass)
    {
        var slots = _locals!.Count;
        var entry = _locals;
        var breaks = _frame.Breaks;
        var passes = breaks.Count < MaxNestedPasses ? MaxPasses : 1;
        LocalValues? exit;
        LocalValues? left;
        for (var i = 1; ; i++)
        {
            if (i == passes)
            {
                ForgetAssigned(entry);
            }

            _locals = entry.Copy();
            breaks.Push(null);
            exit = pass();
            left = breaks.Pop();
            if (i == passes || _locals is null || _hasGivenUp)
            {
                break;
            }

            var next = LocalValues.Join(entry, _locals)!;
            if (next.Holds(entry))
            {
                break;
            }

            entry = next;
        }

        _locals = LocalValues.Join(exit, left);
        _locals?.Truncate(slots);
    }

    /// <summary>Locals that are assigned anywhere may hold anything.</summary>
    private void ForgetAssigned(LocalValues locals)
    {
        for (var slot = 0; slot < locals.Count; slot++)
        {
            if (_frame.Symbols.TryGetValue(slot, out var symbol) && symbol.IsReassigned)
            {
                locals[slot].Escape();
                locals[slot] = LuaValue.Any;
            }
        }
    }

    private void LeaveLoop()
    {
        // A break outside of any loop does not compile.
        if (_frame.Breaks.Count > 0)
        {
            _frame.Breaks.Push(LocalValues.Join(_frame.Breaks.Pop(), _locals));
        }

        _locals = null;
    }

    private void RunReturn(ReturnStatement statement)
    {
        var values = EvaluateList(statement.Values);
        if (_frame.Function is { } function)
        {
            AddReturn(function, values);
        }
        else
        {
            _returns[statement.Span.Start] = statement;
        }

        _locals = null;
    }

    private void AddReturn(FunctionFacts function, ValueList values)
    {
        var joined = function.Returns?.Join(values) ?? values;
        _progress.MustRepeat |= function.WasRead && function.Returns?.Holds(joined) != true;
        function.Returns = joined;
        if (function.HasEscaped)
        {
            values.Escape();
        }
    }

    private void Declare(Identifier name, LuaValue value)
    {
        if (_script.DeclaredBy(name) is not { } symbol)
        {
            return;
        }

        _frame.Symbols[symbol.Slot] = symbol;
        _locals![symbol.Slot] = value;
        if (symbol.IsCaptured)
        {
            StoreShared(symbol, value);
        }
    }

    private void Assign(Expression target, LuaValue value)
    {
        switch (target)
        {
            case NameExpression name when _script.LocalOf(name) is { } symbol:
                if (symbol.Depth == _frame.Depth)
                {
                    _locals![symbol.Slot] = value;
                }

                if (symbol.IsCaptured)
                {
                    StoreShared(symbol, value);
                }

                break;
            case MemberExpression member:
                Store(Evaluate(member.Target), LuaValue.Of(member.Member.Name), value);
                break;
            case IndexExpression index:
                Store(Evaluate(index.Target), Evaluate(index.Index), value);
                break;
            default:
                value.Escape();
                break;
        }
    }

    private void StoreShared(Binding.LocalSymbol symbol, LuaValue value)
    {
        var cell = CellOf(symbol);
        var joined = cell.Value.Join(value);
        _progress.MustRepeat |= cell.WasRead && !joined.Equals(cell.Value);
        cell.Value = joined;
    }

    private LuaValue Read(Binding.LocalSymbol symbol)
    {
        // Of a local that is shared and assigned, any function may have changed the value meanwhile.
        if (symbol.Depth == _frame.Depth && !(symbol.IsCaptured && symbol.IsReassigned))
        {
            return _locals is { } locals ? locals[symbol.Slot] : LuaValue.Nothing;
        }

        var cell = CellOf(symbol);
        cell.WasRead = true;
        return cell.Value;
    }

    private Cell CellOf(Binding.LocalSymbol symbol)
    {
        if (!_cells.TryGetValue(symbol, out var cell))
        {
            _cells.Add(symbol, cell = new Cell());
        }

        return cell;
    }

    private void Store(LuaValue target, LuaValue key, LuaValue value)
    {
        if (target.Detail is Builtin builtin && ParameterTableOf(builtin) is { } parameters)
        {
            SetsElementsOf(parameters);
        }

        if (target.Table is not { } table)
        {
            value.Escape();
            return;
        }

        if (key.Text is { } name)
        {
            table.StoreField(name, value);
            return;
        }

        if (key.MayBe(LuaKinds.Number))
        {
            table.StoreElement(value);
        }

        if (key.MayBe(~LuaKinds.Number & LuaKinds.Any))
        {
            table.StoreNamed(value);
        }
    }

    /// <summary>From here on, and before, <c>KEYS</c> or <c>ARGV</c> may hold anything.</summary>
    private void SetsElementsOf(Binding.ParameterTable table)
    {
        _progress.MustRepeat |= !_isSet[(int)table];
        _isSet[(int)table] = true;
    }
}
