using LuaGen.Language.Checking.Common;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Values;

/// <summary>Finds comparisons that have the same result for every value, or that always raise an error.</summary>
internal sealed class ComparisonChecks(CheckedScript checkedScript)
{
    private readonly TypedScript _script = checkedScript.Types;
    private readonly FindingBag _findings = checkedScript.Findings;

    public void Check(Expression expression)
    {
        if (expression is BinaryExpression { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } equality)
        {
            CheckEquality(equality, equality.Left, equality.Right);
            CheckEquality(equality, equality.Right, equality.Left);
        }

        if (TextComparison.Of(expression, _script) is { Value.Detail: not Parameter } text
            && !(text.IsOfEquality && checkedScript.TestedLocals.IsComparedWithText(text.Compared)))
        {
            _findings.NumberComparedWithText(text.Comparison.Span, NameOf(text.Value, text.Compared), text.Problem, text.Remedy(_script.Script.Tree));
        }
    }

    private void CheckEquality(BinaryExpression comparison, Expression compared, Expression with)
    {
        var (left, right) = (_script.TypeOf(compared), _script.TypeOf(with));
        if (with is NilLiteral)
        {
            CheckNil(comparison, compared, left);
        }
        else if (right.Is(LuaKinds.String) && left.MayBe(LuaKinds.Status) && left.Is(LuaKinds.Status | LuaKinds.Error | LuaKinds.Falsy))
        {
            _findings.StatusComparedWithText(comparison.Span, NameOf(left, compared), RemedyForStatus(comparison, compared, left, with, right.Text));
        }
    }

    /// <summary>A reply that may be false has no field: of a SET with NX, that there is one says all that its <c>OK</c> does.</summary>
    private Remedy RemedyForStatus(BinaryExpression comparison, Expression compared, AbstractValue value, Expression with, string? text)
    {
        var isEqual = comparison.Operator == BinaryOperator.Equal;
        if (value.MayBe(LuaKinds.Falsy) && !value.MayBe(LuaKinds.Error) && text == "OK")
        {
            return isEqual ? Present(comparison, compared, value) : Remedy.Of(_script.Script.Tree, comparison, print => $"not {print(compared)}");
        }

        return Remedy.Of(_script.Script.Tree, comparison, print =>
            $"{(value.MayBe(LuaKinds.Falsy) ? $"({print(compared)} or {{}})" : print(compared))}.ok {TextComparison.OperatorOf(comparison)} {print(with)}");
    }

    /// <summary>The message names the value itself, which decides a condition; an edit must be a boolean wherever the comparison was one.</summary>
    private Remedy Present(BinaryExpression comparison, Expression compared, AbstractValue value) => new(
        Print(compared),
        value.Is(LuaKinds.Any & ~LuaKinds.Nil) ? Remedy.Exact(_script.Script.Tree, comparison, print => $"{print(compared)} ~= false")
        : value.Is(LuaKinds.Any & ~LuaKinds.False) ? Remedy.Exact(_script.Script.Tree, comparison, print => $"{print(compared)} ~= nil")
        : null);

    /// <summary>A missing reply is <c>false</c>; a script that tests for that elsewhere handles it.</summary>
    private void CheckNil(BinaryExpression comparison, Expression compared, AbstractValue value)
    {
        var isReply = (value.Provenance & ~Provenance.Unknown) == Provenance.Reply && value.MayBe(LuaKinds.False) && !value.MayBe(LuaKinds.Nil) && value.Detail is Reply;
        if (isReply && !checkedScript.TestedLocals.IsTested(compared))
        {
            var isEqual = comparison.Operator == BinaryOperator.Equal;
            _findings.ReplyComparedWithNil(comparison.Span, NameOf(value, compared), compared is NameExpression && !isEqual
                ? Present(comparison, compared, value)
                : Remedy.Of(_script.Script.Tree, comparison, print => compared is NameExpression ? $"not {print(compared)}" : $"{print(compared)} {TextComparison.OperatorOf(comparison)} false"));
        }
    }

    private string Print(Expression expression) => SourceExcerpt.Of(_script.Script.Tree, expression);

    /// <summary>The name of a value in a message: its command, otherwise the expression as written.</summary>
    private string NameOf(AbstractValue value, Expression expression) => value.Detail is Reply reply ? $"The reply of {reply.Command}" : $"`{Print(expression)}`";
}
