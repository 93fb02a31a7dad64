using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Finds what <c>cjson.encode</c> refuses, and lists that it writes as objects when they are empty.</summary>
internal sealed class JsonEncodeChecks(CheckedScript checkedScript)
{
    /// <summary>Bounds the work: tables that name each other repeatedly would double it with each step.</summary>
    private const int MaxSteps = 64;

    /// <summary>cjson refuses a list of which more than half is missing, beyond this index (<c>lua_cjson.c</c>).</summary>
    private const double SafeIndex = 10;

    private readonly BoundScript _script = checkedScript.Bound;
    private readonly TypedScript _types = checkedScript.Types;
    private readonly List<(Expression Value, FunctionScope? Scope)> _encoded = [];

    /// <summary>The arguments of the calls that the script returns.</summary>
    private readonly HashSet<Expression> _returned = [];
    private int _steps;
    private bool _acceptsNumbers;
    private bool _acceptsSparse;
    private bool _decodes;
    private bool _writesEmptyList;

    public void Check(CallExpression call, string function, FunctionScope? scope)
    {
        switch (function)
        {
            case "cjson.encode" when call.Arguments is [var value]:
                _encoded.Add((value, scope));
                break;
            case "cjson.decode":
                _decodes = true;
                break;
            case "cjson.encode_invalid_numbers":
                _acceptsNumbers = true;
                break;
            case "cjson.encode_sparse_array":
                _acceptsSparse = true;
                break;
        }
    }

    public void Check(StringLiteral text) => _writesEmptyList |= text.Value.Contains("[]");

    /// <summary>What the script returns is for its callers, whatever it decodes itself.</summary>
    public void Returned(Expression value)
    {
        while (_script.Resolve(value) is BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } choice)
        {
            AddReturned(choice.Right);
            value = choice.Left;
        }

        AddReturned(value);
    }

    private void AddReturned(Expression value)
    {
        if (_script.Resolve(value) is CallExpression { Arguments: [var encoded] })
        {
            _returned.Add(encoded);
        }
    }

    public void Report()
    {
        foreach (var (value, scope) in _encoded)
        {
            _steps = 0;
            if (FaultOf(value) is var (place, what, remedy))
            {
                if (!FunctionScope.MayFail(scope))
                {
                    checkedScript.Findings.FailingCall(place.Span, $"`cjson.encode` cannot write {what}", NameRemedy.Advise(remedy));
                }
            }
            else if (!_writesEmptyList)
            {
                CheckLists(value);
            }
        }
    }

    private (Expression Place, string What, string Remedy)? FaultOf(Expression value)
    {
        var type = _types.TypeOf(value);
        if (_steps++ > MaxSteps)
        {
            return null;
        }

        if (FaultOf(type) is var (what, remedy))
        {
            return (value, what, remedy);
        }

        if (_script.Resolve(value) is not TableConstructor constructor || type.Table is not { IsOpen: false } table)
        {
            return null;
        }

        if (!_acceptsSparse && IsSparse(value, constructor))
        {
            return (value, "a list with more holes than elements", "write the indexes as strings, or store pairs");
        }

        foreach (var field in constructor.Fields)
        {
            // What the table holds under the name must be the same wherever it was stored.
            if (field is NamedField named && FaultOf(table.NamedBy(named.Name.Name)) is { } fault && _types.TypeOf(named.Value).Kinds != LuaKinds.None)
            {
                return (named.Value, fault.What, fault.Remedy);
            }

            if (field is ListField && FaultOf(table.Elements) is { } wrong)
            {
                return (field.Value, wrong.What, wrong.Remedy);
            }

            if (field is NamedField or ListField && field.Value is TableConstructor && FaultOf(field.Value) is { } inner && (field is ListField ? table.Elements : table.NamedBy(((NamedField)field).Name.Name)).Is(LuaKinds.AnyTable))
            {
                return inner;
            }
        }

        return null;
    }

    private (string What, string Remedy)? FaultOf(AbstractValue value) =>
        value.Is(LuaKinds.Function) ? ("a function", "call it, or leave it out")
        : _acceptsNumbers || value.Value is not { } number ? null
        : double.IsNaN(number) ? ("NaN", "write a number, or leave it out")
        : double.IsInfinity(number) ? ("an infinite number", "write a number, or leave it out")
        : null;

    /// <summary>Whether a table has constant positive indexes alone, with large gaps.</summary>
    private bool IsSparse(Expression written, TableConstructor constructor)
    {
        var keys = new HashSet<int>();
        foreach (var field in constructor.Fields)
        {
            if (field is not KeyedField keyed || !Add(keys, keyed.Key, keyed.Value))
            {
                return false;
            }
        }

        if (written is not TableConstructor)
        {
            if (checkedScript.Tables.Of(written) is not { IsUsedOtherwise: false, Fields.Count: 0 } built || !built.Stores.All(store => !store.IsConditional && store is { Key: { } key, Value: { } value } && Add(keys, key, value)))
            {
                return false;
            }
        }

        return keys.Count > 0 && keys.Max() is var largest && largest > SafeIndex && largest > keys.Count * 2;
    }

    private bool Add(HashSet<int> keys, Expression key, Expression value)
    {
        if (_script.IntegerOf(key) is not { } index || index < 1 || _types.TypeOf(value).MayBe(LuaKinds.Nil))
        {
            return false;
        }

        keys.Add(index);
        return true;
    }

    private void CheckLists(Expression value)
    {
        if (_decodes && !_returned.Contains(value))
        {
            return;
        }

        if (MayBeEmpty(value))
        {
            var print = SourceExcerpt.Of(_script.Tree, value);
            checkedScript.Findings.EmptyJsonList(value.Span, print, value is NameExpression ? $"write `#{print} == 0 and '[]' or cjson.encode({print})`" : "keep it in a local, and write `'[]'` when it has no elements");
            return;
        }

        if (_script.Resolve(value) is not TableConstructor constructor)
        {
            return;
        }

        foreach (var field in constructor.Fields.OfType<NamedField>())
        {
            if (MayBeEmpty(field.Value))
            {
                var print = SourceExcerpt.Of(_script.Tree, field.Value);
                checkedScript.Findings.EmptyJsonList(field.Value.Span, print, field.Value is NameExpression ? $"leave '{field.Name.Name}' out when `#{print} == 0`" : $"keep it in a local, and leave '{field.Name.Name}' out when it has no elements");
                return;
            }
        }
    }

    /// <summary>A reply that is an array of any length, or a table that only loops and branches fill, of which the script does not ask whether it is empty.</summary>
    private bool MayBeEmpty(Expression list)
    {
        if (checkedScript.TestedLocals.IsLengthTested(list))
        {
            return false;
        }

        if (_types.TypeOf(list).ReplyArray is { Length: null })
        {
            return _script.Resolve(list) is CallExpression reply && _types.CallAt(reply) is { Arguments.Count: > 1 } command && !checkedScript.AssuredReplies.Covers(command);
        }

        return checkedScript.Tables.Of(list) is { Constructor.Fields.Count: 0, IsUsedOtherwise: false, Fields.Count: 0, Stores: { Count: > 0 } stores }
            && stores.All(store => store.IsConditional && (store.Key is null || _types.TypeOf(store.Key).Is(LuaKinds.Number)));
    }
}
