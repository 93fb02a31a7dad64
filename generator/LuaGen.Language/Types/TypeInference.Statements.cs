using LuaGen.Language.Syntax;

namespace LuaGen.Language.Types;

internal sealed partial class TypeInference
{
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
                Assign(function.Target, ValueOf(FunctionOf(function.Body, function.Method is not null)));
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

    private static AbstractValue ValueOf(FunctionSummary function) => new(LuaKinds.Function, Provenance.Literal, function);

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
        LocalEnvironment? end = null;
        foreach (var clause in statement.Clauses)
        {
            if (_locals is not { } before)
            {
                break;
            }

            Evaluate(clause.Condition);
            _locals = WhereHolds(before, clause.Condition, truth: true);
            RunBlock(clause.Body);
            end = LocalEnvironment.Join(end, _locals);
            _locals = Narrowed(before, clause.Condition, truth: false);
        }

        if (_locals is not null && statement.Else is { } otherwise)
        {
            RunBlock(otherwise);
        }

        _locals = LocalEnvironment.Join(end, _locals);
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

    private void AddReturn(FunctionSummary function, ValueList values)
    {
        var joined = function.Returns?.Join(values) ?? values;
        _fixpoint.MustRepeat |= function.WasRead && function.Returns?.Subsumes(joined) != true;
        function.Returns = joined;
        if (function.HasEscaped)
        {
            values.Escape();
        }
    }
}
