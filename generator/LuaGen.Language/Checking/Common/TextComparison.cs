using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Common;

/// <summary>A comparison of a string with a number: equality is always false, and an order comparison raises an error.</summary>
/// <param name="Comparison">The comparison.</param>
/// <param name="Compared">The operand that is a string.</param>
/// <param name="Value">The inferred value of that operand.</param>
/// <param name="With">The operand that is a number.</param>
internal readonly record struct TextComparison(BinaryExpression Comparison, Expression Compared, AbstractValue Value, Expression With)
{
    public bool IsOfEquality => IsEquality(Comparison);

    public string Problem => IsOfEquality ? "is never equal to a number" : "cannot be compared with a number";

    /// <summary>What to write instead.</summary>
    public Remedy Remedy(SyntaxTree tree)
    {
        var (comparison, compared) = (Comparison, Compared);
        return Common.Remedy.Of(tree, comparison, print => comparison.Left == compared || IsEquality(comparison)
            ? $"tonumber({print(compared)}) {OperatorOf(comparison)} {print(compared == comparison.Left ? comparison.Right : comparison.Left)}"
            : $"{print(comparison.Left)} {OperatorOf(comparison)} tonumber({print(compared)})");
    }

    /// <summary>The comparison that an expression is, if any; at most one operand is a string next to a number.</summary>
    public static TextComparison? Of(Expression expression, TypedScript script)
    {
        if (expression is not BinaryExpression { Operator: >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual } comparison)
        {
            return null;
        }

        var (left, right) = (script.TypeOf(comparison.Left), script.TypeOf(comparison.Right));
        return IsText(left) && IsNumber(right, left, comparison) ? new TextComparison(comparison, comparison.Left, left, comparison.Right)
            : IsText(right) && IsNumber(left, right, comparison) ? new TextComparison(comparison, comparison.Right, right, comparison.Left)
            : null;
    }

    private static bool IsEquality(BinaryExpression comparison) => comparison.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual;

    public static string OperatorOf(BinaryExpression comparison) => comparison.Operator switch
    {
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "~=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        _ => ">=",
    };

    /// <summary>
    /// A number, or what <c>tonumber</c> makes of a text that is not one: nil, which differs from every string too. Two values that
    /// are nil are equal; an order comparison fails for them as well.
    /// </summary>
    private static bool IsNumber(AbstractValue value, AbstractValue text, BinaryExpression comparison) =>
        value.Is(LuaKinds.Number) || (value.MayBe(LuaKinds.Number) && value.Is(LuaKinds.Number | LuaKinds.Nil) && (!IsEquality(comparison) || !text.MayBe(LuaKinds.Nil)));

    private static bool IsText(AbstractValue value) => value.MayBe(LuaKinds.String) && value.Is(LuaKinds.String | LuaKinds.Falsy);
}
