using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>Finds values of a call that become part of the script's text.</summary>
internal static class BuiltTextCheck
{
    private const int MaxDepth = 16;

    public static void Run(CallSite site, CheckContext context)
    {
        if (site.Script is not { } script || site.Kind is CallKind.Hash or CallKind.HashCommand or CallKind.Prepared)
        {
            return;
        }

        var text = SingleAssignment.Resolve(script, context.Model, context.CancellationToken);
        if (text.SyntaxTree == context.Model.SyntaxTree && Parts(text) is { } parts
            && parts.FirstOrDefault(part => Varies(part, context, depth: 0)) is { } value)
        {
            context.Reporter.Report(Rule.BuiltScriptText, value.GetLocation(), Words(value));
        }
    }

    /// <summary>The parts that a text is composed of; <see langword="null"/> for a text that is not composed.</summary>
    private static IEnumerable<ExpressionSyntax>? Parts(ExpressionSyntax text) => text switch
    {
        InterpolatedStringExpressionSyntax interpolated => interpolated.Contents.OfType<InterpolationSyntax>().Select(hole => hole.Expression),
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) => Operands(sum),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Format" or "Concat", Expression: var type } } call
            when type.ToString() is "string" or "String" or "System.String" => call.ArgumentList.Arguments.Select(argument => argument.Expression),
        _ => null,
    };

    private static Stack<ExpressionSyntax> Operands(BinaryExpressionSyntax sum)
    {
        var operands = new Stack<ExpressionSyntax>();
        ExpressionSyntax left = sum;
        while (left is BinaryExpressionSyntax inner && inner.IsKind(SyntaxKind.AddExpression))
        {
            operands.Push(inner.Right);
            left = inner.Left;
        }

        operands.Push(left);
        return operands;
    }

    /// <summary>
    /// Whether a value can differ in the next call: a parameter, a local, or a value derived from one. Ignores values that an
    /// object keeps, such as a prefix, or gets at construction, and values that are one of a few constants.
    /// </summary>
    private static bool Varies(ExpressionSyntax value, CheckContext context, int depth)
    {
        value = SingleAssignment.Resolve(value, context.Model, context.CancellationToken);
        if (depth > MaxDepth || value.SyntaxTree != context.Model.SyntaxTree || context.Model.GetConstantValue(value, context.CancellationToken).HasValue)
        {
            return false;
        }

        if (context.Model.GetTypeInfo(value, context.CancellationToken).Type is { } type && (type.TypeKind == TypeKind.Enum || type.SpecialType == SpecialType.System_Boolean))
        {
            return false;
        }

        return value switch
        {
            IdentifierNameSyntax name => context.Model.GetSymbolInfo(name, context.CancellationToken).Symbol switch
            {
                IParameterSymbol parameter => parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor },
                ILocalSymbol { IsForEach: true } local => !IsOneOfAFew(local, context),
                ILocalSymbol or IRangeVariableSymbol => true,
                _ => false,
            },
            MemberAccessExpressionSyntax access => Varies(access.Expression, context, depth + 1),
            ElementAccessExpressionSyntax access => Varies(access.Expression, context, depth + 1),
            ConditionalAccessExpressionSyntax access => Varies(access.Expression, context, depth + 1),
            InvocationExpressionSyntax call => (call.Expression is MemberAccessExpressionSyntax access && Varies(access.Expression, context, depth + 1))
                || call.ArgumentList.Arguments.Any(argument => Varies(argument.Expression, context, depth + 1)),
            ConditionalExpressionSyntax choice => Varies(choice.WhenTrue, context, depth + 1) || Varies(choice.WhenFalse, context, depth + 1),
            _ => Parts(value)?.Any(part => Varies(part, context, depth + 1)) == true,
        };
    }

    /// <summary><c>foreach (var command in new[] { "INCR", "DECR" })</c></summary>
    private static bool IsOneOfAFew(ILocalSymbol local, CheckContext context) =>
        local.DeclaringSyntaxReferences is [var declaration]
        && declaration.GetSyntax(context.CancellationToken) is ForEachStatementSyntax loop
        && SingleAssignment.Resolve(loop.Expression, context.Model, context.CancellationToken) is var list
        && list.SyntaxTree == context.Model.SyntaxTree
        && PassedLists.ElementsOf(list) is { } elements
        && elements.All(element => context.Model.GetConstantValue(element, context.CancellationToken).HasValue);

    private static string Words(ExpressionSyntax value)
    {
        const int MaxLength = 40;
        var words = value.ToString().Replace("\r", "").Replace('\n', ' ');
        return words.Length <= MaxLength ? words : words.Substring(0, MaxLength) + "…";
    }
}
