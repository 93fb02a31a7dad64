using LuaGen.Language.Checking.Common;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Values;

/// <summary>Finds operations that fail for every input.</summary>
internal sealed class OperationChecks(TypedScript script, FindingBag findings)
{
    /// <summary>Kinds that no arithmetic, concatenation or order operator accepts.</summary>
    private const LuaKinds Inert = LuaKinds.Nil | LuaKinds.Boolean | LuaKinds.Status | LuaKinds.Error | LuaKinds.Function;

    public void Check(Expression expression)
    {
        switch (expression)
        {
            case BinaryExpression { Operator: BinaryOperator.Concatenate } concatenation:
                CheckConcatenated(concatenation.Left);
                CheckConcatenated(concatenation.Right);
                break;
            case BinaryExpression { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Modulo or BinaryOperator.Power } arithmetic:
                CheckCalculated(arithmetic.Left);
                CheckCalculated(arithmetic.Right);
                break;
            case UnaryExpression { Operator: UnaryOperator.Negate } negation:
                CheckCalculated(negation.Operand);
                break;
            case MemberExpression member:
                CheckIndexed(member.Target);
                break;
            case IndexExpression index:
                CheckIndexed(index.Target);
                break;
            case CallExpression call:
                CheckCalled(call.Function);
                break;
            case MethodCallExpression call:
                CheckIndexed(call.Target);
                break;
            case UnaryExpression { Operator: UnaryOperator.Length } length:
                CheckMeasured(length.Operand);
                break;
            case BinaryExpression { Operator: BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual } order:
                CheckOrdered(order);
                break;
        }
    }

    public void Check(Statement statement)
    {
        switch (statement)
        {
            case NumericForStatement loop:
                CheckCounted(loop.Start);
                CheckCounted(loop.Limit);
                CheckCounted(loop.Step);
                break;
            case GenericForStatement { Iterators: [var iterator, ..] }:
                CheckIterated(iterator);
                break;
        }
    }

    /// <summary>Whether every possible value is of one of these kinds, or is a table without a metatable.</summary>
    private static bool IsAlways(AbstractValue value, LuaKinds kinds) => value.Is(kinds | (IsPlainTable(value) ? LuaKinds.AnyTable : LuaKinds.None));

    /// <summary>Whether a table is known never to be passed to code that could change it, such as <c>setmetatable</c>.</summary>
    private static bool IsPlainTable(AbstractValue value) => value.Table is { IsOpen: false } || value.Detail is Builtin { Name: "KEYS" or "ARGV" };

    private void CheckConcatenated(Expression operand)
    {
        var value = script.TypeOf(operand);
        if (IsAlways(value, Inert))
        {
            Report(operand, "cannot be concatenated", TextOf(operand, value));
        }
    }

    private void CheckCalculated(Expression operand)
    {
        var value = script.TypeOf(operand);
        if (IsAlways(value, Inert) || IsNoNumeral(value))
        {
            Report(operand, "not a number", value.Text is null ? NumberOf(operand, value) : "a number, or `..` to concatenate");
        }
    }

    private void CheckIndexed(Expression target)
    {
        if (script.TypeOf(target).Is(LuaKinds.Nil | LuaKinds.Boolean | LuaKinds.Number | LuaKinds.Function))
        {
            Report(target, "cannot be indexed", "the value without an index, or index a table");
        }
    }

    private void CheckCalled(Expression function)
    {
        if (script.TypeOf(function).Is(LuaKinds.Nil | LuaKinds.Boolean | LuaKinds.Number | LuaKinds.String))
        {
            Report(function, "cannot be called", "the name of a function");
        }
    }

    private void CheckMeasured(Expression operand)
    {
        var value = script.TypeOf(operand);
        if (value.Is(LuaKinds.Nil | LuaKinds.Boolean | LuaKinds.Number | LuaKinds.Function))
        {
            Report(operand, "has no length", value.Is(LuaKinds.Number) ? "the number itself" : value.Is(LuaKinds.Falsy) ? $"`#({Print(operand)} or '')`" : "a string or a table");
        }
    }

    /// <summary>An order comparison needs two numbers or two strings, or tables with metamethods.</summary>
    private void CheckOrdered(BinaryExpression order)
    {
        var (left, right) = (script.TypeOf(order.Left), script.TypeOf(order.Right));
        if (left.Kinds == LuaKinds.None || right.Kinds == LuaKinds.None)
        {
            return;
        }

        var culprit = !left.MayBe(LuaKinds.Text) ? order.Left : order.Right;
        var value = script.TypeOf(culprit);
        if (IsAlways(value, Inert))
        {
            Report(culprit, "cannot be compared", NumberOf(culprit, value));
        }
    }

    /// <summary>Checks the start, limit or step of a numeric loop.</summary>
    private void CheckCounted(Expression? number)
    {
        if (number is not null && script.TypeOf(number) is var value && (value.Is(LuaKinds.Any & ~LuaKinds.Text) || IsNoNumeral(value)))
        {
            Report(number, "not a number", value.Text is null ? NumberOf(number, value) : "a number");
        }
    }

    private void CheckIterated(Expression iterator)
    {
        var value = script.TypeOf(iterator);
        if (IsAlways(value, LuaKinds.Any & ~LuaKinds.Function & ~LuaKinds.AnyTable))
        {
            Report(iterator, "not an iterator", value.Is(LuaKinds.AnyTable) ? $"`ipairs({Print(iterator)})` or `pairs({Print(iterator)})`" : "a call of `ipairs` or `pairs` with a table");
        }
    }

    private static bool IsNoNumeral(AbstractValue value) => value.Text is { } text && !Numerals.MayBe(text);

    private void Report(Expression expression, string problem, string remedy) => Report(expression, problem, Remedy.Advice(remedy));

    private void Report(Expression expression, string problem, Remedy remedy) =>
        findings.OperationFails(expression.Span, $"`{Print(expression)}` is {KindNames.Of(script.TypeOf(expression))} and {problem}", remedy);

    private Remedy TextOf(Expression operand, AbstractValue value) =>
        value.Is(LuaKinds.Status) ? Exactly(operand, print => $"{print(operand)}.ok")
        : value.Is(LuaKinds.Error) ? Exactly(operand, print => $"{print(operand)}.err")
        : value.Is(LuaKinds.Boolean) ? Exactly(operand, print => $"tostring({print(InnerOf(operand))})")
        : Remedy.Advice(value.Is(LuaKinds.Table) ? $"`table.concat({Print(operand)})`, or one of its elements"
            : value.Is(LuaKinds.Nil | LuaKinds.Boolean) ? $"`tostring({Print(InnerOf(operand))})` or `({Print(operand)} or '')`"
            : "a string or a number");

    private Remedy Exactly(Expression operand, Func<Func<Expression, string>, string> write) => Remedy.Quoted(script.Script.Tree, operand, write);

    private string NumberOf(Expression operand, AbstractValue value) =>
        value.Is(LuaKinds.Table) ? $"`#{Print(operand)}`, or one of its elements"
        : value.Is(LuaKinds.Falsy) && !value.Is(LuaKinds.False) ? $"`tonumber({Print(operand)} or 0)`"
        : value.Is(LuaKinds.Boolean) ? $"`({SourceExcerpt.AsNumber(script.Script.Tree, InnerOf(operand))})`"
        : "a number";

    private static Expression InnerOf(Expression expression) => expression is ParenthesizedExpression parenthesized ? parenthesized.Inner : expression;

    private string Print(Expression expression) => SourceExcerpt.Of(script.Script.Tree, expression);
}
