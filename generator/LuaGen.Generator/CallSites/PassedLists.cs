using LuaGen.Language.Binding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LuaGen.Generator.CallSites;

/// <summary>Counts the elements of a list that a call passes. A list that cannot be counted is ignored.</summary>
internal sealed class PassedLists(SemanticModel model, CancellationToken cancellationToken)
{
    /// <summary>The client's name for the parameter that takes the elements of a table.</summary>
    public static string NameOf(ParameterTable table) => table == ParameterTable.Keys ? "keys" : "values";

    public PassedList Of(IInvocationOperation call, ParameterTable table) => Of(call.ArgumentOf(NameOf(table)));

    public PassedList Of(IArgumentOperation? argument) => argument switch
    {
        null => new PassedList(0, Location: null),
        { ArgumentKind: ArgumentKind.DefaultValue } => new PassedList(0, Location: null),
        _ => new PassedList(CountOf((ExpressionSyntax)argument.Value.Syntax), argument.Value.Syntax.GetLocation()),
    };

    /// <summary>The elements, if the call contains an expression for each.</summary>
    public IReadOnlyList<ExpressionSyntax>? ElementsOf(IArgumentOperation? argument)
    {
        if (argument is { ArgumentKind: ArgumentKind.ParamArray, Value: IArrayCreationOperation { Initializer: { } initializer } })
        {
            return [.. initializer.ElementValues.Select(value => value.Syntax).OfType<ExpressionSyntax>()];
        }

        return argument?.Value.Syntax is ExpressionSyntax expression && argument.ArgumentKind == ArgumentKind.Explicit
            ? ElementsOf(SingleAssignment.Resolve(expression, model, cancellationToken))
            : null;
    }

    /// <summary>The elements of a list expression.</summary>
    public static IReadOnlyList<ExpressionSyntax>? ElementsOf(ExpressionSyntax expression) => expression switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        InitializerExpressionSyntax initializer => initializer.Expressions,
        CollectionExpressionSyntax collection when collection.Elements.All(element => element is ExpressionElementSyntax) =>
            [.. collection.Elements.Cast<ExpressionElementSyntax>().Select(element => element.Expression)],
        _ => null,
    };

    private int? CountOf(ExpressionSyntax passed)
    {
        var expression = SingleAssignment.Resolve(passed, model, cancellationToken);
        switch (expression)
        {
            case LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.NullLiteralExpression) || literal.IsKind(SyntaxKind.DefaultLiteralExpression):
            case DefaultExpressionSyntax:
                return 0;
            case ArrayCreationExpressionSyntax { Initializer: null, Type.RankSpecifiers: [{ Sizes: [{ } size] }, ..] }:
                return model.SyntaxTree == size.SyntaxTree && model.GetConstantValue(size, cancellationToken).Value is int length ? length : null;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.ValueText: "Empty" }, Expression: var type } }
                when type.ToString() is "Array" or "System.Array":
                return 0;
            default:
                return ElementsOf(expression)?.Count;
        }
    }
}
