using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Header;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Values;

/// <summary>Finds comparisons that come out the same for every value, or that fail for every value.</summary>
internal sealed class ComparisonChecks(TypedScript script, ScriptHeader header, FindingBag findings)
{
    private readonly Lazy<Precautions> _precautions = new(() => Precautions.Of(script.Script));

    public void Check(Expression expression)
    {
        switch (expression)
        {
            case BinaryExpression { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } equality:
                CheckEquality(equality, equality.Left, equality.Right);
                CheckEquality(equality, equality.Right, equality.Left);
                break;
            case BinaryExpression { Operator: BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual } order:
                CheckOrder(order, order.Left, order.Right);
                CheckOrder(order, order.Right, order.Left);
                CheckOrderOfTexts(order);
                break;
        }
    }

    private void CheckEquality(BinaryExpression comparison, Expression compared, Expression with)
    {
        var (left, right) = (script.TypeOf(compared), script.TypeOf(with));
        if (with is NilLiteral)
        {
            CheckNil(comparison, compared, left);
        }
        else if (right.Is(LuaKinds.String) && left.MayBe(LuaKinds.Status) && left.Is(LuaKinds.Status | LuaKinds.Error | LuaKinds.Falsy))
        {
            findings.StatusComparedWithText(comparison.Span, NameOf(left, compared), $"{Print(compared)}.ok {Operator(comparison)} {Print(with)}");
        }
        else if (right.Is(LuaKinds.Number) && left.MayBe(LuaKinds.String) && left.Is(LuaKinds.String | LuaKinds.Falsy) && !_precautions.Value.IsComparedWithText(compared))
        {
            ReportNumber(comparison, compared, left, with, "is never equal to a number");
        }
    }

    /// <summary>A reply that is missing is <c>false</c>; where the script looks for that elsewhere, it knows.</summary>
    private void CheckNil(BinaryExpression comparison, Expression compared, LuaValue value)
    {
        var isReply = (value.Origins & ~Origins.Unknown) == Origins.Reply && value.MayBe(LuaKinds.False) && !value.MayBe(LuaKinds.Nil) && value.Detail is Reply;
        if (isReply && !_precautions.Value.IsTested(compared))
        {
            var isEqual = comparison.Operator == BinaryOperator.Equal;
            findings.ReplyComparedWithNil(comparison.Span, NameOf(value, compared), compared is NameExpression
                ? isEqual ? $"not {Print(compared)}" : Print(compared)
                : $"{Print(compared)} {Operator(comparison)} false");
        }
    }

    private void CheckOrder(BinaryExpression comparison, Expression compared, Expression with)
    {
        var (left, right) = (script.TypeOf(compared), script.TypeOf(with));
        if (right.Is(LuaKinds.Number) && left.MayBe(LuaKinds.String) && left.Is(LuaKinds.String | LuaKinds.Falsy))
        {
            ReportNumber(comparison, compared, left, with, "cannot be compared with a number");
        }
    }

    private void ReportNumber(BinaryExpression comparison, Expression compared, LuaValue value, Expression with, string problem)
    {
        var remedy = $"tonumber({Print(compared)}) {Operator(comparison)} {Print(with)}";
        if (value.Detail is Parameter { Table: ParameterTable.Argv } parameter)
        {
            findings.TextComparedAsNumber(comparison.Span, Print(parameter), $"is a string and {problem}", remedy);
        }
        else if (value.Detail is not Parameter)
        {
            findings.NumberComparedWithText(comparison.Span, NameOf(value, compared), problem, remedy);
        }
    }

    /// <summary>Two arguments that are declared as numbers and compared as the strings that they are: '10' &lt; '9'.</summary>
    private void CheckOrderOfTexts(BinaryExpression comparison)
    {
        if (DeclaredNumber(comparison.Left) is { } parameter && DeclaredNumber(comparison.Right) is not null)
        {
            findings.TextComparedAsNumber(comparison.Span, Print(parameter), "and what it is compared with are strings, and '10' < '9'",
                $"tonumber({Print(comparison.Left)}) {Operator(comparison)} tonumber({Print(comparison.Right)})");
        }
    }

    private Parameter? DeclaredNumber(Expression expression) =>
        script.TypeOf(expression) is { Kinds: LuaKinds.String, Detail: Parameter { Table: ParameterTable.Argv } parameter }
            && header.Arguments.FirstOrDefault(argument => argument.Index == parameter.Index) is { Type: NamedType { Type.IsNumber: true } }
            ? parameter
            : null;

    private string Print(Expression expression) => SourceWords.Of(script.Script.Tree, expression);

    private static string Print(Parameter parameter) => parameter.Index == 0 ? "ARGV[i]" : $"ARGV[{parameter.Index}]";

    /// <summary>What a message calls a value: by its command, else as it is written.</summary>
    private string NameOf(LuaValue value, Expression expression) => value.Detail is Reply reply ? $"the reply of {reply.Command}" : Print(expression);

    private static string Operator(BinaryExpression comparison) => comparison.Operator switch
    {
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "~=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        _ => ">=",
    };
}
