using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>Finds the parts that a script's text is composed of.</summary>
internal sealed class TextParts(SemanticModel model, CancellationToken cancellationToken)
{
    private const int MaxDepth = 8;
    private const string Builder = "System.Text.StringBuilder";

    /// <summary><see langword="null"/> for a text that is not composed.</summary>
    public IEnumerable<ExpressionSyntax>? Of(ExpressionSyntax text) => Of(text, MaxDepth);

    /// <summary>The parts of an interpolated string, a sum, <c>string.Format</c> and <c>string.Concat</c>.</summary>
    public static IEnumerable<ExpressionSyntax>? OfComposition(ExpressionSyntax text) => text switch
    {
        InterpolatedStringExpressionSyntax interpolated => interpolated.Contents.OfType<InterpolationSyntax>().Select(hole => hole.Expression),
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) => OperandsOf(sum),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Format" or "Concat", Expression: var type } } call
            when type.ToString() is "string" or "String" or "System.String" => call.ArgumentList.Arguments.Select(argument => argument.Expression),
        _ => null,
    };

    /// <summary>The operands of <c>a + b + …</c>, in order. The tree leans to the left and may be as deep as the file is long.</summary>
    public static IEnumerable<ExpressionSyntax> OperandsOf(BinaryExpressionSyntax sum)
    {
        var operands = new Stack<ExpressionSyntax>();
        ExpressionSyntax left = sum;
        for (; left is BinaryExpressionSyntax inner && inner.IsKind(SyntaxKind.AddExpression); left = inner.Left)
        {
            operands.Push(inner.Right);
        }

        operands.Push(left);
        return operands;
    }

    private IEnumerable<ExpressionSyntax>? Of(ExpressionSyntax text, int depth)
    {
        if (depth == 0)
        {
            return null;
        }

        text = SingleAssignment.Resolve(text, model, cancellationToken);
        if (text.SyntaxTree != model.SyntaxTree)
        {
            return null;
        }

        switch (text)
        {
            case ConditionalExpressionSyntax choice:
                return Join([Of(choice.WhenTrue, depth - 1), Of(choice.WhenFalse, depth - 1)]);
            case SwitchExpressionSyntax choice:
                return Join(choice.Arms.Select(arm => Of(arm.Expression, depth - 1)));
            case IdentifierNameSyntax name when model.GetSymbolInfo(name, cancellationToken).Symbol is ILocalSymbol local:
                return Join(AssignedTo(local).Select(part => Of(part.Value, depth - 1)?.Where(each => each.ToString() != local.Name) ?? (part.IsAppended ? [part.Value] : null)));
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call when access.Name.Identifier.ValueText == "Replace" && IsText(access.Expression):
                return call.ArgumentList.Arguments.Select(argument => argument.Expression).Concat(Of(access.Expression, depth - 1) ?? []);
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString", Expression: IdentifierNameSyntax builder } }
                when model.GetTypeInfo(builder, cancellationToken).Type?.ToDisplayString() == Builder:
                return AppendedTo(builder);
            default:
                return OfComposition(text);
        }
    }

    /// <summary>Whether an expression is a text of the project: a string, and not the value of a parameter or a call.</summary>
    private bool IsText(ExpressionSyntax receiver) =>
        SingleAssignment.Resolve(receiver, model, cancellationToken) is var text
        && text is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax or BinaryExpressionSyntax or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Replace" } };

    /// <summary>The values of a local that is assigned several times: <c>script += $"…"</c>.</summary>
    private IEnumerable<(ExpressionSyntax Value, bool IsAppended)> AssignedTo(ILocalSymbol local)
    {
        if (local.DeclaringSyntaxReferences is not [var reference] || reference.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } initial } declarator
            || ScopeOf(declarator) is not { } scope)
        {
            yield break;
        }

        yield return (initial, false);
        foreach (var write in NamesInFile.Of(declarator.SyntaxTree, cancellationToken).To(local.Name).Where(write => scope.Span.Contains(write.Span)))
        {
            if (write.Parent is AssignmentExpressionSyntax assignment && assignment.Left == write)
            {
                yield return (assignment.Right, assignment.IsKind(SyntaxKind.AddAssignmentExpression));
            }
        }
    }

    /// <summary>What is passed to <c>builder.Append(…)</c> and its like.</summary>
    private IEnumerable<ExpressionSyntax>? AppendedTo(IdentifierNameSyntax builder) =>
        ScopeOf(builder) is { } scope && model.GetSymbolInfo(builder, cancellationToken).Symbol is ILocalSymbol
            ? NamesInFile.Of(builder.SyntaxTree, cancellationToken).UsesIn(scope, builder.Identifier.ValueText).SelectMany(CallsOn).Where(call => CallSiteFinder.NameOf(call) is "Append" or "AppendLine" or "AppendFormat" or "Insert" or "Replace")
                .SelectMany(call => call.ArgumentList.Arguments.SelectMany(argument => OfComposition(argument.Expression) ?? [argument.Expression]))
            : null;

    /// <summary><c>builder.Append("a").Append(b)</c></summary>
    private static IEnumerable<InvocationExpressionSyntax> CallsOn(ExpressionSyntax receiver)
    {
        while (receiver.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access && access.Expression == receiver)
        {
            yield return call;
            receiver = call;
        }
    }

    private static MemberDeclarationSyntax? ScopeOf(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>();

    private static List<ExpressionSyntax>? Join(IEnumerable<IEnumerable<ExpressionSyntax>?> parts)
    {
        var known = parts.Where(part => part is not null).SelectMany(part => part!).ToList();
        return known.Count > 0 ? known : null;
    }
}
