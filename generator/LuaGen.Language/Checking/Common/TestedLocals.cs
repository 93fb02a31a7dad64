using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Common;

/// <summary>Locals that a script tests in several ways: a comparison of such a local may be correct together with another test.</summary>
internal sealed class TestedLocals : SyntaxWalker
{
    private readonly BoundScript _script;
    private readonly HashSet<LocalSymbol> _tested = [];
    private readonly HashSet<LocalSymbol> _conditions = [];
    private readonly HashSet<LocalSymbol> _comparedWithText = [];
    private readonly HashSet<LocalSymbol> _comparedWithNil = [];
    private readonly HashSet<LocalSymbol> _measured = [];
    private readonly HashSet<LocalSymbol> _askedFor = [];
    private readonly HashSet<LocalSymbol> _comparedLengths = [];
    private readonly Dictionary<LocalSymbol, HashSet<Type>> _comparedWith = [];
    private readonly bool[] _measuredTables = new bool[2];
    private readonly HashSet<Expression> _compared = [];
    private readonly HashSet<string> _stored = new(StringComparer.Ordinal);

    private TestedLocals(BoundScript script) => _script = script;

    public static TestedLocals Of(BoundScript script)
    {
        var locals = new TestedLocals(script);
        locals.VisitBlock(script.Tree.Chunk);
        return locals;
    }

    /// <summary>Whether the script tests the local for false: <c>if x</c>, <c>not x</c>, <c>x or …</c>, <c>x == false</c>.</summary>
    public bool IsTested(Expression expression) => Contains(_tested, expression);

    /// <summary>Whether the script tests the local for false or nil in any way.</summary>
    public bool IsTestedForMissing(LocalSymbol symbol) =>
        _tested.Contains(symbol) || _comparedWithNil.Contains(symbol) || _measured.Contains(symbol) || _comparedWith.TryGetValue(symbol, out var kinds) && kinds.Contains(typeof(StringLiteral));

    /// <summary>Whether the script also compares the local with a string: <c>x == 0 or x == '0'</c>.</summary>
    public bool IsComparedWithText(Expression expression) => Contains(_comparedWithText, expression);

    /// <summary>Whether the script asks how much a local holds, or what it is: <c>#x</c>, <c>next(x)</c>, <c>x[1] == …</c>, <c>type(x)</c>, <c>x.err</c>.</summary>
    public bool IsMeasured(Expression expression) => Contains(_measured, expression);

    /// <summary>Whether the script asks for the type of the local, or compares it with a number: then it knows what it is.</summary>
    public bool IsAskedFor(Expression expression) => Contains(_askedFor, expression);

    /// <summary>Whether the script compares the length of the local, or asks whether it has elements: <c>#x == 0</c>, <c>next(x)</c>.</summary>
    public bool IsLengthTested(Expression expression) => Contains(_comparedLengths, expression);

    /// <summary>Whether the script tests the local in another way than by comparing it with an expression like this one.</summary>
    public bool IsTestedOtherwise(Expression expression, Expression with) =>
        expression is NameExpression name && _script.LocalOf(name) is { } symbol
        && (_conditions.Contains(symbol) || _measured.Contains(symbol) || (_comparedWith.TryGetValue(symbol, out var kinds) && kinds.Any(kind => kind != with.GetType())));

    /// <summary>Whether the script passes the text to a function, for example to a command that stores it.</summary>
    public bool Stores(string text) => _stored.Contains(text);

    /// <summary>Whether the script asks for the number of keys or arguments.</summary>
    public bool Measures(ParameterTable table) => _measuredTables[(int)table];

    protected override void EnterCondition(Expression condition) => Add(condition);

    protected override void Enter(Expression expression)
    {
        switch (expression)
        {
            case UnaryExpression { Operator: UnaryOperator.Not } negation:
                Add(negation.Operand);
                break;
            case UnaryExpression { Operator: UnaryOperator.Length } length:
                Measure(length.Operand);
                break;
            case StringLiteral { Value: "nil" or "(nil)" } text when !_compared.Contains(text):
                _stored.Add(text.Value);
                break;
            case MemberExpression { Member.Name: "err" or "ok" } member:
                Measure(member.Target);
                break;
            case IndexExpression { Index: StringLiteral { Value: "err" or "ok" } } member:
                Measure(member.Target);
                break;
            case CallExpression { Arguments: [var asked, ..] } call when _script.FunctionCalled(call) is { FullName: "type" or "next" or "assert" or "select" or "table.getn" or "table.maxn" }:
                Measure(asked);
                Add(asked, _askedFor);
                Add(asked, _comparedLengths);
                break;
            case CallExpression { Arguments: [var read] } call when _script.FunctionCalled(call) is { FullName: "tonumber" }:
                Add(read, _askedFor);
                break;
            case BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } logical:
                Add(logical.Left);
                Add(logical.Right);
                break;
            case BinaryExpression { Operator: >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual } comparison:
                _compared.Add(comparison.Left);
                _compared.Add(comparison.Right);
                Compare(comparison, comparison.Left, comparison.Right);
                Compare(comparison, comparison.Right, comparison.Left);
                break;
        }
    }

    private void Compare(BinaryExpression comparison, Expression compared, Expression with)
    {
        switch (compared)
        {
            case IndexExpression element:
                Measure(element.Target);
                break;
            case UnaryExpression { Operator: UnaryOperator.Length } length:
                Add(length.Operand, _comparedLengths);
                break;
        }

        if (with is NumberLiteral)
        {
            Add(compared, _askedFor);
        }

        if (compared is not NameExpression name || _script.LocalOf(name) is not { } symbol)
        {
            return;
        }

        if (!_comparedWith.TryGetValue(symbol, out var kinds))
        {
            _comparedWith.Add(symbol, kinds = []);
        }

        kinds.Add(with.GetType());
        if (comparison.Operator is not (BinaryOperator.Equal or BinaryOperator.NotEqual))
        {
            return;
        }

        switch (with)
        {
            case BooleanLiteral:
                _tested.Add(symbol);
                break;
            case NilLiteral:
                _comparedWithNil.Add(symbol);
                break;
            case StringLiteral:
                _comparedWithText.Add(symbol);
                break;
        }
    }

    private void Measure(Expression expression)
    {
        if (expression is NameExpression name && _script.LocalOf(name) is { } symbol)
        {
            _measured.Add(symbol);
        }

        if (_script.TableOf(expression) is { } table)
        {
            _measuredTables[(int)table] = true;
        }
    }

    private void Add(Expression expression, HashSet<LocalSymbol> symbols)
    {
        if (expression is NameExpression name && _script.LocalOf(name) is { } symbol)
        {
            symbols.Add(symbol);
        }
    }

    private void Add(Expression expression)
    {
        switch (expression)
        {
            case ParenthesizedExpression parenthesized:
                Add(parenthesized.Inner);
                break;
            case NameExpression name when _script.LocalOf(name) is { } symbol:
                _tested.Add(symbol);
                _conditions.Add(symbol);
                break;
            case IndexExpression element:
                Measure(element.Target);
                break;
        }
    }

    private bool Contains(HashSet<LocalSymbol> symbols, Expression expression) =>
        expression is NameExpression name && _script.LocalOf(name) is { } symbol && symbols.Contains(symbol);
}
