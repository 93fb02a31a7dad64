using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>
/// Recognizes calls that only set up a mock: they describe the calls to expect, so neither their arguments nor their
/// errors ever reach a server.
/// </summary>
internal sealed class MockSetups(SemanticModel model, RedisClient client, CancellationToken cancellationToken)
{
    public bool Contains(InvocationExpressionSyntax call) => IsInExpressionTree(call) || (client.HasSubstitutes && IsOfSubstitute(call));

    /// <summary><c>mock.Setup(db => db.ScriptEvaluate(It.IsAny&lt;string&gt;(), …))</c></summary>
    private bool IsInExpressionTree(SyntaxNode call) =>
        call.Ancestors().OfType<LambdaExpressionSyntax>().Any(lambda =>
            model.GetTypeInfo(lambda, cancellationToken).ConvertedType is INamedTypeSymbol { Name: "Expression", Arity: 1 } type
            && type.ContainingNamespace.ToDisplayString() == "System.Linq.Expressions");

    /// <summary>
    /// NSubstitute uses plain calls: on <c>db.Received()</c>, with <c>Arg.Any&lt;…&gt;()</c>, followed by <c>.Returns(…)</c>,
    /// or in a lambda that is passed to it.
    /// </summary>
    private bool IsOfSubstitute(InvocationExpressionSyntax call)
    {
        var receiver = (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        var next = call.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax following } ? following : null;
        var takers = call.Ancestors().OfType<LambdaExpressionSyntax>().Select(lambda => lambda.Parent?.Parent?.Parent);
        return call.ArgumentList.Arguments.Select(argument => argument.Expression)
            .Concat(takers.Append(receiver).Append(next))
            .Any(node => node is InvocationExpressionSyntax or MemberAccessExpressionSyntax
                && RedisClient.IsOfSubstitutes(model.GetSymbolInfo(node, cancellationToken).Symbol));
    }
}
