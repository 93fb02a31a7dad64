using LuaGen.Language.Binding;
using LuaGen.Language.Header;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Finds lists that are unpacked completely, whatever their length.</summary>
internal sealed class UnpackChecks
{
    /// <summary>A comparison with a smaller number checks for a minimum length, not for a maximum.</summary>
    private const double LeastBound = 10;

    private readonly BoundScript _script;
    private readonly FindingBag _findings;
    private readonly bool[] _isList = new bool[2];
    private readonly bool[] _isBounded = new bool[2];
    private readonly List<(CallExpression Call, ParameterTable Table)> _calls = [];
    private readonly List<(CallExpression Call, LocalSymbol Table, Expression Written)> _built = [];

    /// <summary>Tables that get elements in a loop without a constant end, and tables whose length the script checks.</summary>
    private readonly HashSet<LocalSymbol> _grown = [];
    private readonly HashSet<LocalSymbol> _checked = [];

    /// <summary>Ignores the lists of a header that could not be parsed completely.</summary>
    public UnpackChecks(BoundScript script, ScriptHeader header, FindingBag findings)
    {
        (_script, _findings) = (script, findings);
        var isUndeclared = !header.DeclaresAnything;
        _isList[(int)ParameterTable.Keys] = isUndeclared || (header.IsComplete && header.Keys.Any(key => key.IsRest));
        _isList[(int)ParameterTable.Argv] = isUndeclared || (header.IsComplete && header.Arguments.Any(argument => argument.IsRest));
    }

    public void Check(CallExpression call)
    {
        // A table that is assigned again is emptied from time to time.
        if (call.Arguments is [NameExpression written] && _script.LocalOf(written) is { OnlyValue: TableConstructor { Fields: [] } } symbol)
        {
            _built.Add((call, symbol, written));
            return;
        }

        // With a third argument, the call unpacks a slice.
        if (call.Arguments.Count is 1 or 2 && _script.TableOf(call.Arguments[0]) is { } table && _isList[(int)table]
            && !(call.Arguments.Count == 2 && MultipleResults.MayBeSeveral(_script, call.Arguments[1])))
        {
            _calls.Add((call, table));
        }
    }

    /// <summary><c>#ARGV &gt; 1000</c>: the script checks the length itself.</summary>
    public void Compare(BinaryExpression comparison)
    {
        if (comparison.Operator is >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual)
        {
            Compare(comparison.Left, comparison.Right, comparison.Operator is BinaryOperator.Greater or BinaryOperator.GreaterOrEqual);
            Compare(comparison.Right, comparison.Left, comparison.Operator is BinaryOperator.Less or BinaryOperator.LessOrEqual);
        }
    }

    /// <summary>A store in a loop: <c>t[i] = v</c>, <c>table.insert(t, v)</c>.</summary>
    public void Grow(Expression table)
    {
        if (table is NameExpression name && _script.LocalOf(name) is { } symbol)
        {
            _grown.Add(symbol);
        }
    }

    public void Report()
    {
        foreach (var (call, symbol, written) in _built)
        {
            if (_grown.Contains(symbol) && !_checked.Contains(symbol))
            {
                var name = ((NameExpression)written).Name;
                _findings.UnboundedUnpack(call.Span, name, $"unpack({name}, i, math.min(i + 999, #{name}))");
            }
        }

        foreach (var (call, table) in _calls)
        {
            if (!_isBounded[(int)table])
            {
                // A function of a library has its own names for the tables.
                var name = call.Arguments[0] is NameExpression written ? written.Name : table.Name();
                _findings.UnboundedUnpack(call.Span, name, $"unpack({name}, i, math.min(i + 999, #{name}))");
            }
        }
    }

    private void Compare(Expression length, Expression bound, bool isFromAbove)
    {
        if (length is UnaryExpression { Operator: UnaryOperator.Length, Operand: NameExpression measured } && _script.LocalOf(measured) is { } symbol && _script.Resolve(bound) is not NumberLiteral { Value: < 1 })
        {
            _checked.Add(symbol);
        }

        if (_script.Resolve(length) is UnaryExpression { Operator: UnaryOperator.Length } unary && _script.TableOf(unary.Operand) is { } table
            && _script.Resolve(bound) is NumberLiteral number && number.Value >= (isFromAbove ? 1 : LeastBound))
        {
            _isBounded[(int)table] = true;
        }
    }
}
