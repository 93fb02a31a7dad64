using LuaGen.Language;
using LuaGen.Language.Binding;
using LuaGen.Language.Inference;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>Finds values with a fraction that a script returns as numbers, alone or inside an array: Redis truncates them.</summary>
internal static class FractionCheck
{
    private const int MaxDepth = 16;

    public static void Run(CallSite site, ScriptAnalysis text, CheckContext context)
    {
        if (site.Kind != CallKind.Text || text.Types is not { } script
            || site.ListOf(ParameterTable.Argv) is not { } argument
            || new PassedLists(context.Model, context.CancellationToken).ElementsOf(argument) is not { } passed)
        {
            return;
        }

        var choices = new PassedChoices(text.Script);
        var reported = new HashSet<int>();
        foreach (var returned in script.Returns.SelectMany(statement => statement.Values.Take(1)))
        {
            foreach (var (expression, index) in NumbersIn(returned, text.Script, choices, MaxDepth))
            {
                if (index <= passed.Count && HasFraction(passed[index - 1], context) && reported.Add(index))
                {
                    context.Reporter.Report(Rule.PassedFraction, passed[index - 1].GetLocation(), passed[index - 1].ToString(), TextOf(text, expression));
                }
            }
        }
    }

    /// <summary>The elements of <c>ARGV</c> that are returned as numbers.</summary>
    private static IEnumerable<(Expression Expression, int Index)> NumbersIn(Expression returned, BoundScript script, PassedChoices choices, int depth)
    {
        var value = script.Resolve(returned);
        if (depth > 0 && value is TableConstructor table)
        {
            return table.Fields.OfType<ListField>().SelectMany(field => NumbersIn(field.Value, script, choices, depth - 1));
        }

        var number = value switch
        {
            CallExpression { Arguments.Count: > 0 } call when script.IsGlobal(call.Function, "tonumber") => choices.ElementOf(call),
            BinaryExpression { Operator: BinaryOperator.Add or BinaryOperator.Subtract } sum => choices.ElementOf(sum.Left) ?? choices.ElementOf(sum.Right),
            _ => null,
        };
        return number is (ParameterTable.Argv, var index) ? [(returned, index)] : [];
    }

    private static bool HasFraction(ExpressionSyntax passed, CheckContext context)
    {
        var value = SingleAssignment.Unwrap(passed);
        return value.SyntaxTree == context.Model.SyntaxTree
            && context.Model.GetTypeInfo(value, context.CancellationToken).Type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single
            && !(context.Model.GetConstantValue(value, context.CancellationToken).Value is IConvertible constant
                && constant.ToDouble(System.Globalization.CultureInfo.InvariantCulture) is var number && number == Math.Floor(number));
    }

    private static string TextOf(ScriptAnalysis text, Expression expression) => text.Tree.Text.Substring(expression.Span.Start, expression.Span.Length);
}
