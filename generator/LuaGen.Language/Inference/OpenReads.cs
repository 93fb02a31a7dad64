using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Inference;

/// <summary>
/// Loops that read <c>KEYS</c> or <c>ARGV</c> item by item: <c>for i = 3, #ARGV, 2 do … ARGV[i], ARGV[i + 1]</c>,
/// <c>for i, key in ipairs(KEYS) do … ARGV[i]</c>, and <c>unpack(ARGV, 2)</c>.
/// </summary>
internal sealed class OpenReads : SyntaxWalker
{
    private readonly BoundScript _script;
    private readonly Stack<Loop> _loops = new();
    private readonly Dictionary<Expression, ElementReference> _elements = [];
    private readonly List<Read> _reads = [];
    private readonly bool[] _isUnknown = new bool[2];

    private OpenReads(BoundScript script) => _script = script;

    /// <summary>The elements of lists, by the expressions that read them.</summary>
    public IReadOnlyDictionary<Expression, ElementReference> Elements => _elements;

    /// <summary>The names of elements, from locals and from variables of loops.</summary>
    public Dictionary<ElementReference, string> Names { get; } = [];

    public static OpenReads Of(BoundScript script)
    {
        var reads = new OpenReads(script);
        reads.VisitBlock(script.Tree.Chunk);
        return reads;
    }

    /// <summary>The list of a table; <see langword="null"/> if its items are not known.</summary>
    public ItemList? ListOf(ParameterTable table)
    {
        var reads = _reads.Where(read => read.Table == table).ToList();
        if (reads.Count == 0 || _isUnknown[(int)table])
        {
            return null;
        }

        var start = reads.Min(read => read.Index);
        var step = reads.Max(read => read.Step);
        return start >= 1 && reads.All(read => read.Index >= start && read.Index < start + step && (read.Step == step || (read.Step == 1 && read.Index == start)))
            ? new ItemList(start, step, reads.Select(read => read.Loop).FirstOrDefault(loop => loop is not null))
            : null;
    }

    protected override void VisitLocal(LocalStatement statement)
    {
        base.VisitLocal(statement);
        for (var i = 0; i < statement.Names.Count && i < statement.Values.Count; i++)
        {
            var value = statement.Values[i];
            while (value is CallExpression { Arguments.Count: > 0 } call && _script.IsGlobal(call.Function, "tonumber"))
            {
                value = call.Arguments[0];
            }

            if (_elements.TryGetValue(value, out var element) && !Names.ContainsKey(element))
            {
                Names.Add(element, statement.Names[i].Name);
            }
        }
    }

    protected override void VisitNumericFor(NumericForStatement statement)
    {
        var step = statement.Step is null ? 1 : _script.IntegerOf(statement.Step) ?? 0;
        var loop = _script.DeclaredBy(statement.Variable) is { IsReassigned: false } variable && _script.IntegerOf(statement.Start) is { } start && step > 0 && LengthOf(statement.Limit) is { } table
            ? new Loop(variable, start, step, table)
            : null;
        Under(loop, () => base.VisitNumericFor(statement));
    }

    protected override void VisitGenericFor(GenericForStatement statement)
    {
        Loop? loop = null;
        if (statement.Iterators is [CallExpression { Arguments: [var iterated] } call] && _script.IsGlobal(_script.Resolve(call.Function), "ipairs")
            && _script.TableOf(iterated) is { } table && _script.DeclaredBy(statement.Variables[0]) is { IsReassigned: false } variable)
        {
            loop = new Loop(variable, 1, 1, table);
            var element = new ElementReference(table, 1, IsRepeated: true);
            _reads.Add(new Read(table, 1, 1, loop));
            if (statement.Variables.Count > 1 && _script.DeclaredBy(statement.Variables[1]) is { IsReassigned: false } item)
            {
                loop.Item = (item, element);
                if (!Names.ContainsKey(element))
                {
                    Names.Add(element, item.Name);
                }
            }
        }

        Under(loop, () => base.VisitGenericFor(statement));
    }

    protected override void Enter(Expression expression)
    {
        switch (expression)
        {
            case IndexExpression index when _script.TableOf(index.Target) is { } table && _script.IntegerOf(index.Index) is null:
                AddIndex(table, index);
                break;
            case NameExpression name when _script.LocalOf(name) is { } local && _loops.FirstOrDefault(loop => loop.Item?.Symbol == local) is { Item: var (_, element) }:
                _elements[name] = element;
                break;
            case CallExpression { Arguments.Count: > 0 } call when _script.IsGlobal(_script.Resolve(call.Function), "unpack") && _script.TableOf(call.Arguments[0]) is { } unpacked:
                var from = call.Arguments.Count == 1 ? 1 : _script.IntegerOf(call.Arguments[1]);
                if (from is { } first && call.Arguments.Count < 3)
                {
                    _reads.Add(new Read(unpacked, first, 1, Loop: null));
                    _elements[call] = new ElementReference(unpacked, first, IsRepeated: true);
                }
                else
                {
                    _isUnknown[(int)unpacked] = true;
                }

                break;
        }
    }

    private void AddIndex(ParameterTable table, IndexExpression expression)
    {
        foreach (var loop in _loops)
        {
            if (LinearIn(expression.Index, loop.Variable) is var (factor, offset) && factor > 0)
            {
                var index = (factor * loop.Start) + offset;
                _reads.Add(new Read(table, index, factor * loop.Step, loop));
                _elements[expression] = new ElementReference(table, index, IsRepeated: true);
                return;
            }
        }

        _isUnknown[(int)table] = true;
    }

    /// <summary>The factor and the offset of an index such as <c>2 * i - 1</c>.</summary>
    private (int Factor, int Offset)? LinearIn(Expression expression, LocalSymbol variable, int depth = 0)
    {
        if (depth > 4)
        {
            return null;
        }

        switch (expression)
        {
            case ParenthesizedExpression parenthesized:
                return LinearIn(parenthesized.Inner, variable, depth + 1);
            case NameExpression name when _script.LocalOf(name) == variable:
                return (1, 0);
            case BinaryExpression { Operator: BinaryOperator.Add or BinaryOperator.Subtract } sum:
                var sign = sum.Operator == BinaryOperator.Add ? 1 : -1;
                return LinearIn(sum.Left, variable, depth + 1) is var (factor, offset) && _script.IntegerOf(sum.Right) is { } added && Math.Abs(added) < 1024 ? (factor, offset + (sign * added))
                    : sign > 0 && LinearIn(sum.Right, variable, depth + 1) is var (other, rest) && _script.IntegerOf(sum.Left) is { } before && Math.Abs(before) < 1024 ? (other, rest + before)
                    : null;
            case BinaryExpression { Operator: BinaryOperator.Multiply } product:
                return Times(product.Left, product.Right, variable, depth) ?? Times(product.Right, product.Left, variable, depth);
            default:
                return null;
        }
    }

    private (int Factor, int Offset)? Times(Expression linear, Expression factor, LocalSymbol variable, int depth) =>
        _script.IntegerOf(factor) is > 0 and < 64 and var times && LinearIn(linear, variable, depth + 1) is var (inner, offset) ? (inner * times, offset * times) : null;

    /// <summary>The table whose length a limit is: <c>#KEYS</c>, <c>#ARGV - 1</c>, <c>#ARGV / 2</c>.</summary>
    private ParameterTable? LengthOf(Expression limit) => _script.Resolve(limit) switch
    {
        UnaryExpression { Operator: UnaryOperator.Length } length => _script.TableOf(length.Operand),
        BinaryExpression { Operator: BinaryOperator.Subtract or BinaryOperator.Divide } part when _script.IntegerOf(part.Right) is not null => LengthOf(part.Left),
        CallExpression { Arguments: [var operand] } call when call.Function is MemberExpression { Member.Name: "floor" or "getn" } member =>
            member.Member.Name == "getn" ? _script.TableOf(operand) : LengthOf(operand),
        _ => null,
    };

    private void Under(Loop? loop, Action visit)
    {
        if (loop is null)
        {
            visit();
            return;
        }

        _loops.Push(loop);
        visit();
        _loops.Pop();
    }

    /// <summary>A loop over the indexes of a table.</summary>
    internal sealed class Loop(LocalSymbol variable, int start, int step, ParameterTable table)
    {
        public LocalSymbol Variable { get; } = variable;

        public int Start { get; } = start;

        public int Step { get; } = step;

        /// <summary>The table whose length bounds the loop.</summary>
        public ParameterTable Table { get; } = table;

        /// <summary>The variable that holds the item itself.</summary>
        public (LocalSymbol Symbol, ElementReference Element)? Item { get; set; }
    }

    private readonly record struct Read(ParameterTable Table, int Index, int Step, Loop? Loop);
}
