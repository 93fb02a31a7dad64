using LuaGen.Language.Binding;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Finds errors that clients or servers interpret differently from what the script means.</summary>
internal sealed class ErrorChecks(BoundScript script, FindingBag findings)
{
    private readonly List<(Expression Argument, LocalSymbol? Local, bool IsInFunction)> _raised = [];
    private readonly List<(SourceSpan Span, string Code, bool IsRaisedInFunction, FunctionScope? Scope)> _codes = [];
    private readonly Dictionary<LocalSymbol, int> _uses = [];
    private bool _catches;

    public void ReadGlobal(string name) => _catches |= name is "pcall" or "xpcall" or "coroutine";

    public void Use(LocalSymbol symbol)
    {
        if (symbol.OnlyValue is TableConstructor)
        {
            _uses[symbol] = _uses.TryGetValue(symbol, out var count) ? count + 1 : 1;
        }
    }

    public void Check(CallExpression call, string function, bool isInFunction, FunctionScope? scope)
    {
        if (call.Arguments.Count == 0)
        {
            return;
        }

        if (function != "error")
        {
            // error_reply strips a leading "-".
            NoteCode(call.Arguments[0], ConstantText.StartOf(script, call.Arguments[0]).TrimStart('-'), isRaisedInFunction: false, scope);
            return;
        }

        var value = script.Resolve(call.Arguments[0]);
        if (value is TableConstructor table)
        {
            NoteError(table, isInFunction, scope);
            if (!MayHaveError(table))
            {
                var local = call.Arguments[0] is NameExpression name ? script.LocalOf(name) : null;
                _raised.Add((call.Arguments[0], local, isInFunction));
            }
        }
        else if (value is CallExpression reply && script.FunctionCalled(reply) is { FullName: "redis.status_reply" })
        {
            _raised.Add((call.Arguments[0], null, isInFunction));
        }
    }

    /// <summary>A returned value may be an error: <c>return { err = 'BUSY …' }</c>, <c>return ok and 1 or { err = … }</c>.</summary>
    public void Returned(Expression value)
    {
        while (value is BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } choice)
        {
            Returned(choice.Right, scope: null);
            value = choice.Left;
        }

        Returned(value, scope: null);
    }

    public void Report()
    {
        foreach (var (argument, local, isInFunction) in _raised)
        {
            var isElsewhere = local is not null && _uses.TryGetValue(local, out var uses) && uses > 1;
            if (!isElsewhere && !(isInFunction && _catches))
            {
                findings.CrashingError(argument.Span);
            }
        }

        foreach (var (span, code, isRaisedInFunction, scope) in _codes)
        {
            if (!(isRaisedInFunction && _catches) && !FunctionScope.MayFail(scope))
            {
                findings.ReservedCode(span, code);
            }
        }
    }

    private void Returned(Expression value, FunctionScope? scope)
    {
        if (script.Resolve(value) is TableConstructor table)
        {
            NoteError(table, isRaisedInFunction: false, scope);
        }
    }

    private void NoteError(TableConstructor table, bool isRaisedInFunction, FunctionScope? scope)
    {
        // A table with other fields too is data.
        if (table.Fields is [NamedField { Name.Name: "err" } error])
        {
            NoteCode(error.Value, ConstantText.StartOf(script, error.Value), isRaisedInFunction, scope);
        }
    }

    private void NoteCode(Expression place, string text, bool isRaisedInFunction, FunctionScope? scope)
    {
        if (ReservedCodes.In(text) is { } code)
        {
            _codes.Add((place.Span, code, isRaisedInFunction, scope));
        }
    }

    /// <summary>Whether the table has, or may have, an <c>err</c> field that is a string.</summary>
    private bool MayHaveError(TableConstructor table)
    {
        foreach (var field in table.Fields)
        {
            switch (field)
            {
                case NamedField { Name.Name: "err" }:
                    return script.Resolve(field.Value) is not (NilLiteral or BooleanLiteral or TableConstructor or FunctionExpression);
                case KeyedField keyed when script.Resolve(keyed.Key) is not (NumberLiteral or StringLiteral { Value: not "err" }):
                    return true;
            }
        }

        return false;
    }
}
