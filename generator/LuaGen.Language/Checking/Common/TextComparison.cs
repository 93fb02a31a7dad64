using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Common;

/// <summary>A comparison of a string with a number: never equal, and an error where the order is asked for.</summary>
/// <param name="Comparison">All of it.</param>
/// <param name="Compared">Its side that is the string.</param>
/// <param name="Value">What that can be.</param>
/// <param name="With">The number.</param>
internal readonly record struct TextComparison(BinaryExpression Comparison, Expression Compared, LuaValue Value, Expression With)
{
    public bool IsEquality => Comparison.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual;

    public string Problem => IsEquality ? "is never equal to a number" : "cannot be compared with a number";

    /// <summary>What to write instead.</summary>
    public string Remedy(SyntaxTree tree) => $"tonumber({SourceWords.Of(tree, Compared)}) {OperatorOf(Comparison)} {SourceWords.Of(tree, With)}";

    /// <summary>The one that an expression is, if any: of two sides at most one is a string beside a number.</summary>
    public static TextComparison? Of(Expression expression, TypedScript script)
    {
        if (expression is not BinaryExpression { Operator: >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual } comparison)
        {
            return null;
        }

        var (left, right) = (script.TypeOf(comparison.Left), script.TypeOf(comparison.Right));
        return IsText(left) && right.Is(LuaKinds.Number) ? new TextComparison(comparison, comparison.Left, left, comparison.Right)
            : IsText(right) && left.Is(LuaKinds.Number) ? new TextComparison(comparison, comparison.Right, right, comparison.Left)
            : null;
    }

    public static string OperatorOf(BinaryExpression comparison) => comparison.Operator switch
    {
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "~=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        _ => ">=",
    };

    private static bool IsText(LuaValue value) => value.MayBe(LuaKinds.String) && value.Is(LuaKinds.String | LuaKinds.Falsy);
}
