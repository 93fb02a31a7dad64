using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Header;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Parameters;

/// <summary>Finds arguments, which are strings, that are compared with numbers or with each other as if they were numbers.</summary>
internal sealed class NumberComparisonChecks(CheckedScript checkedScript)
{
    private readonly TypedScript _script = checkedScript.Types;
    private readonly FindingBag _findings = checkedScript.Findings;

    public void Check(Expression expression)
    {
        if (TextComparison.Of(expression, _script) is { Value.Detail: Parameter { Table: ParameterTable.Argv } parameter } text)
        {
            if (!(text.IsOfEquality && checkedScript.TestedLocals.IsComparedWithText(text.Compared)))
            {
                _findings.TextComparedAsNumber(text.Comparison.Span, ParameterFindings.ArgumentName(parameter), $"is a string and {text.Problem}", text.Remedy(_script.Script.Tree));
            }
        }
        else if (expression is BinaryExpression { Operator: BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual } order)
        {
            CheckOrderOfTexts(order);
        }
    }

    /// <summary>Two arguments that are declared as numbers but compared as strings: '10' &lt; '9'.</summary>
    private void CheckOrderOfTexts(BinaryExpression comparison)
    {
        if (DeclaredNumber(comparison.Left) is { } parameter && DeclaredNumber(comparison.Right) is not null)
        {
            _findings.TextComparedAsNumber(comparison.Span, ParameterFindings.ArgumentName(parameter), "is compared with another argument as a string, and `'10' < '9'` is true",
                Remedy.Of(_script.Script.Tree, comparison, print => $"tonumber({print(comparison.Left)}) {TextComparison.OperatorOf(comparison)} tonumber({print(comparison.Right)})"));
        }
    }

    private Parameter? DeclaredNumber(Expression expression) =>
        _script.TypeOf(expression) is { Kinds: LuaKinds.String, Detail: Parameter { Table: ParameterTable.Argv } parameter }
            && checkedScript.Header.Arguments.FirstOrDefault(argument => argument.Index == parameter.Index) is { Type: NamedType { Type.IsNumber: true } }
            ? parameter
            : null;
}
