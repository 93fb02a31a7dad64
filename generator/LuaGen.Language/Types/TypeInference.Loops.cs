using LuaGen.Language.Syntax;

namespace LuaGen.Language.Types;

internal sealed partial class TypeInference
{
    /// <summary>The number of passes over a loop, after which the values that it changes become unknown.</summary>
    private const int MaxPasses = 3;

    /// <summary>Loops inside this many others get a single pass.</summary>
    private const int MaxNestedPasses = 2;

    private void RunWhile(WhileStatement statement) => RunLoop(() =>
    {
        Evaluate(statement.Condition);
        if (_locals is not { } before)
        {
            return null;
        }

        _locals = WhereHolds(before, statement.Condition, truth: true);
        RunBlock(statement.Body);
        return Narrowed(before, statement.Condition, truth: false);
    });

    private void RunRepeat(RepeatStatement statement) => RunLoop(() =>
    {
        var slots = _locals!.Count;

        // The body's locals are visible in the condition, so the body's scope ends after it.
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
        _locals = Narrowed(end, statement.Condition, truth: false);
        _locals?.Truncate(slots);
        return left;
    });

    private void RunNumericFor(NumericForStatement statement)
    {
        var start = Evaluate(statement.Start);
        Evaluate(statement.Limit);
        var step = statement.Step is { } expression ? Evaluate(expression) : AbstractValue.Of(1);
        var isWhole = start.Is(LuaKinds.Integer) && step.Is(LuaKinds.Integer);
        RunLoop(() =>
        {
            var before = _locals!.Copy();
            Declare(statement.Variable, isWhole ? AbstractValue.Integer : AbstractValue.Number);
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

    /// <summary>Repeats a loop until its values no longer change.</summary>
    /// <param name="pass">Analyzes condition and body once; returns the locals where the condition ends the loop.</param>
    private void RunLoop(Func<LocalEnvironment?> pass)
    {
        if (_locals is not { } entry)
        {
            return;
        }

        var slots = entry.Count;
        var breaks = _frame.Breaks;
        var passes = breaks.Count < MaxNestedPasses ? MaxPasses : 1;
        LocalEnvironment? exit;
        LocalEnvironment? left;
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

            var next = LocalEnvironment.Join(entry.Copy(), _locals)!;
            if (next.Subsumes(entry))
            {
                break;
            }

            entry = next;
        }

        _locals = LocalEnvironment.Join(exit, left);
        _locals?.Truncate(slots);
    }

    /// <summary>Makes all locals that are assigned anywhere unknown.</summary>
    private void ForgetAssigned(LocalEnvironment locals)
    {
        for (var slot = 0; slot < locals.Count; slot++)
        {
            if (_frame.Symbols.TryGetValue(slot, out var symbol) && symbol.IsReassigned)
            {
                locals[slot].Escape();
                locals[slot] = AbstractValue.Any;
            }
        }
    }

    private void LeaveLoop()
    {
        // A break outside a loop does not compile.
        if (_frame.Breaks.Count > 0)
        {
            _frame.Breaks.Push(LocalEnvironment.Join(_frame.Breaks.Pop(), _locals));
        }

        _locals = null;
    }
}
