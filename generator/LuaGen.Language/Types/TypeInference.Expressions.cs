using System.Globalization;
using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Types;

internal sealed partial class TypeInference
{
    /// <summary>Longer constants are not tracked, because no rule needs them.</summary>
    private const int MaxConstantLength = 256;

    /// <summary>Whole numbers up to this limit are converted to text with all digits.</summary>
    private const double MaxPlainNumber = 1e14;

    /// <summary>The value of an expression; the first one if it has several.</summary>
    private AbstractValue Evaluate(Expression expression)
    {
        if (_locals is null)
        {
            return AbstractValue.Nothing;
        }

        if (HasGivenUp())
        {
            return AbstractValue.Any;
        }

        if (TypedScript.OfLiteral(expression) is { } literal)
        {
            return literal;
        }

        _depth++;
        var value = EvaluateKind(expression);
        _depth--;
        return Note(expression, value);
    }

    private AbstractValue Note(Expression expression, AbstractValue value)
    {
        _values[expression] = _values.TryGetValue(expression, out var known) ? known.Join(value) : value;
        return value;
    }

    private AbstractValue EvaluateKind(Expression expression) => expression switch
    {
        NameExpression name => _script.LocalOf(name) is { } symbol ? Read(symbol) : LibraryValues.Global(name.Name),
        ParenthesizedExpression parenthesized => Evaluate(parenthesized.Inner),
        MemberExpression member => Index(Evaluate(member.Target), AbstractValue.Of(member.Member.Name)),
        IndexExpression index => Index(Evaluate(index.Target), Evaluate(index.Index)),
        CallExpression or MethodCallExpression => EvaluateCall(expression).First,
        FunctionExpression function => ValueOf(FunctionOf(function.Body, hasSelf: false)),
        UnaryExpression unary => Apply(unary.Operator, Evaluate(unary.Operand)),
        BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } logical => EvaluateLogical(logical),
        BinaryExpression binary => EvaluateOperation(binary),
        TableConstructor constructor => EvaluateTable(constructor),
        _ => AbstractValue.Any,
    };

    private AbstractValue EvaluateOperation(BinaryExpression operation)
    {
        var value = Apply(operation, Evaluate(operation.Left), Evaluate(operation.Right));
        if (operation.Operator is not (BinaryOperator.Equal or BinaryOperator.NotEqual))
        {
            NarrowOperand(operation.Left);
            NarrowOperand(operation.Right);
        }

        return value;
    }

    /// <summary>After arithmetic, a concatenation or an order comparison, an operand is none of the kinds for which it would have failed.</summary>
    private void NarrowOperand(Expression operand)
    {
        if (_locals is { } locals && operand is NameExpression name && _script.LocalOf(name) is { } symbol && Read(symbol).MayBe(LuaKinds.Text | LuaKinds.AnyTable))
        {
            Narrow(locals, name, LuaKinds.Text | LuaKinds.AnyTable);
        }
    }

    /// <summary>The values of an expression at the end of a list, where a call or <c>...</c> provides any number of values.</summary>
    private ValueList EvaluateAll(Expression expression)
    {
        switch (expression)
        {
            case CallExpression or MethodCallExpression when _locals is not null && !HasGivenUp():
                _depth++;
                var values = EvaluateCall(expression);
                _depth--;
                Note(expression, values.First);
                return values;
            case VarargExpression:
                return ValueList.Unknown;
            default:
                return ValueList.One(Evaluate(expression));
        }
    }

    private ValueList EvaluateList(IReadOnlyList<Expression> expressions, int from = 0)
    {
        var count = expressions.Count - from;
        if (count <= 0)
        {
            return ValueList.None;
        }

        var items = new AbstractValue[count];
        for (var i = 0; i < count - 1; i++)
        {
            items[i] = Evaluate(expressions[from + i]);
        }

        var last = EvaluateAll(expressions[expressions.Count - 1]);
        if (last is { Items.Count: 1, IsOpen: false })
        {
            items[count - 1] = last.First;
            return new ValueList(items, AbstractValue.Nil);
        }

        return new ValueList([.. items.Take(count - 1), .. last.Items], last.Rest);
    }

    /// <summary><c>and</c> and <c>or</c>: the right operand is evaluated only if the left one does not decide the result.</summary>
    private AbstractValue EvaluateLogical(BinaryExpression expression)
    {
        var isAnd = expression.Operator == BinaryOperator.And;
        var left = Evaluate(expression.Left);
        if (_locals is not { } before)
        {
            return AbstractValue.Nothing;
        }

        _locals = WhereHolds(before, expression.Left, truth: isAnd);
        var right = Evaluate(expression.Right);
        _locals = before;
        var decided = isAnd ? left.Only(LuaKinds.Falsy) : left.Without(LuaKinds.Falsy);
        var isOpen = isAnd ? left.MayBe(LuaKinds.Any & ~LuaKinds.Falsy) : left.MayBe(LuaKinds.Falsy);
        return isOpen ? decided.Join(right) : decided;
    }

    private AbstractValue EvaluateTable(TableConstructor constructor)
    {
        var table = TableMadeAt(constructor);
        var kind = LuaKinds.Table;
        for (var i = 0; i < constructor.Fields.Count; i++)
        {
            var field = constructor.Fields[i];
            switch (field)
            {
                case NamedField named:
                    var value = Evaluate(named.Value);
                    table.Root.StoreField(named.Name.Name, value);
                    kind = named.Name.Name switch
                    {
                        "err" => LuaKinds.Error,
                        "ok" when kind == LuaKinds.Table => LuaKinds.Status,
                        _ => kind,
                    };
                    break;
                case KeyedField keyed:
                    Store(new AbstractValue(kind, Provenance.Literal, table.Root), Evaluate(keyed.Key), Evaluate(keyed.Value));
                    break;
                case ListField when i == constructor.Fields.Count - 1:
                    var last = EvaluateAll(field.Value);
                    foreach (var item in last.Items)
                    {
                        table.Root.StoreElement(item);
                    }

                    if (last.IsOpen)
                    {
                        table.Root.StoreElement(last.Rest);
                    }

                    break;
                default:
                    table.Root.StoreElement(Evaluate(field.Value));
                    break;
            }
        }

        return new AbstractValue(kind, Provenance.Literal, table.Root);
    }

    /// <summary><c>target[key]</c></summary>
    private AbstractValue Index(AbstractValue target, AbstractValue key)
    {
        if (target.Detail is Builtin builtin)
        {
            return ParameterTableOf(builtin) is { } parameters ? ParameterOf(parameters, key)
                : key.Text is { } member ? LibraryValues.MemberOf(builtin.Name, member)
                : AbstractValue.Any;
        }

        if (target.Is(LuaKinds.Status | LuaKinds.Error) && key.Text is "ok" or "err")
        {
            var kind = key.Text == "ok" ? LuaKinds.Status : LuaKinds.Error;
            return target.Table?.NamedBy(key.Text) is { Kinds: not LuaKinds.None } known && target.Is(kind) ? known
                : new AbstractValue(target.Is(kind) ? LuaKinds.String : target.MayBe(kind) ? LuaKinds.String | LuaKinds.Nil : LuaKinds.Nil, target.Provenance);
        }

        if (target is { Kinds: LuaKinds.Table, Detail: Reply { IsElement: false } page } && ReplyShapes.IsPage(page.Command) && key.Value is { } part)
        {
            return ReplyShapes.PartOfPage(target, page.Command, part, _pages, _fixpoint);
        }

        if (target.Table is { IsOpen: false } table && !target.MayBe(LuaKinds.String))
        {
            table.WasRead = true;
            var element = Element(table, key);
            return element.Detail is Reply { Element: Reply.AnyElement } reply && key.Value is >= 1 and <= int.MaxValue and var index
                ? element with { Detail = reply with { Element = (int)index } }
                : element;
        }

        return AbstractValue.Any with { Provenance = target.Provenance == Provenance.Literal ? Provenance.Unknown : target.Provenance };
    }

    private static AbstractValue Element(TableSummary table, AbstractValue key)
    {
        var missing = new AbstractValue(LuaKinds.Nil, Provenance.None);
        if (key.Text is { } name)
        {
            return table.NamedBy(name).Join(missing);
        }

        if (key.Value is { } index && table.Length is { } length && index >= 1 && index <= length)
        {
            return table.Elements;
        }

        return (key.Is(LuaKinds.Number) ? table.Elements : table.Everything()).Join(missing);
    }

    private AbstractValue ParameterOf(ParameterTable table, AbstractValue key)
    {
        if (_isSet[(int)table])
        {
            return AbstractValue.Any;
        }

        var origin = table == ParameterTable.Keys ? Provenance.Key : Provenance.Argument;
        var index = key.Value is { } value and >= 1 and <= int.MaxValue && value == Math.Floor(value) ? (int)value : 0;
        return new AbstractValue(_declared.IsThere(table, index) ? LuaKinds.String : LuaKinds.String | LuaKinds.Nil, origin, new Parameter(table, index));
    }

    private static ParameterTable? ParameterTableOf(Builtin builtin) => builtin.Name switch
    {
        "KEYS" => ParameterTable.Keys,
        "ARGV" => ParameterTable.Argv,
        _ => null,
    };

    private static AbstractValue Apply(UnaryOperator @operator, AbstractValue operand) => @operator switch
    {
        UnaryOperator.Negate => operand.Value is { } value ? AbstractValue.Of(-value) : new AbstractValue(operand.Is(LuaKinds.Integer) ? LuaKinds.Integer : LuaKinds.Number, operand.Provenance.Derived()),
        UnaryOperator.Length => AbstractValue.Integer,
        _ => operand.Is(LuaKinds.Falsy) ? AbstractValue.Of(true) : operand.Kinds != 0 && !operand.MayBe(LuaKinds.Falsy) ? AbstractValue.Of(false) : AbstractValue.Boolean,
    };

    private AbstractValue Apply(BinaryExpression expression, AbstractValue left, AbstractValue right) => expression.Operator switch
    {
        BinaryOperator.Concatenate => Concatenate(left, right),
        BinaryOperator.Equal or BinaryOperator.NotEqual or BinaryOperator.Less or BinaryOperator.LessOrEqual
            or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual => AbstractValue.Boolean,
        _ => Calculate(expression, left, right),
    };

    private AbstractValue Calculate(BinaryExpression expression, AbstractValue left, AbstractValue right)
    {
        var @operator = expression.Operator;
        if (left.Value is { } a && right.Value is { } b)
        {
            return AbstractValue.Of(@operator switch
            {
                BinaryOperator.Add => a + b,
                BinaryOperator.Subtract => a - b,
                BinaryOperator.Multiply => a * b,
                BinaryOperator.Divide => a / b,
                BinaryOperator.Modulo => a - (Math.Floor(a / b) * b),
                _ => Math.Pow(a, b),
            });
        }

        // The remainder of a division by zero is NaN.
        var staysWhole = @operator is BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply
            || (@operator == BinaryOperator.Modulo && right.Value is { } divisor && divisor != 0);
        var isWhole = staysWhole && left.Is(LuaKinds.Integer) && right.Is(LuaKinds.Integer);
        return new AbstractValue(isWhole ? LuaKinds.Integer : LuaKinds.Number, Mixed(left.Provenance, right.Provenance), FactsOf(expression, left, right));
    }

    private static AbstractValue Concatenate(AbstractValue left, AbstractValue right)
    {
        var text = TextOf(left) is { } head && TextOf(right) is { } tail && head.Length + tail.Length <= MaxConstantLength ? head + tail : null;
        return new AbstractValue(LuaKinds.String, Mixed(left.Provenance, right.Provenance), text);
    }

    /// <summary>The text to which <c>tostring</c> and <c>..</c> convert a constant.</summary>
    private static string? TextOf(AbstractValue value) =>
        value.Text ?? (value.Is(LuaKinds.Integer) && value.Value is { } number && Math.Abs(number) <= MaxPlainNumber ? ((long)number).ToString(CultureInfo.InvariantCulture) : null);

    /// <summary>The origin of a concatenation: a key in it determines the slot, and literal text adds nothing.</summary>
    private static Provenance Mixed(Provenance left, Provenance right)
    {
        var all = left.Derived() | right.Derived();
        return (all & Provenance.KeyBased) != 0 ? Provenance.KeyBased : all == Provenance.Literal ? all : all & ~Provenance.Literal;
    }
}
