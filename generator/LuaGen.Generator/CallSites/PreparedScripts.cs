using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>Finds the expression that prepares the <c>LuaScript</c> of a call.</summary>
internal static class PreparedScripts
{
    private const int MaxSteps = 8;

    public static PreparedText? Find(CallSite site, CheckContext context)
    {
        var expression = site.Script;
        for (var i = 0; i < MaxSteps && expression is not null; i++)
        {
            var value = SingleAssignment.Resolve(expression, context.Model, context.CancellationToken);
            var task = value.WalkDownAwait();
            if (task is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call)
            {
                if (access.Name.Identifier.ValueText == "Prepare")
                {
                    return Read(call, access, context);
                }

                expression = PreparedLoads.ScriptOf(call);
            }
            else
            {
                expression = task == value ? null : task;
            }
        }

        return null;
    }

    private static PreparedText? Read(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access, CheckContext context) =>
        LastNameOf(access.Expression) == "LuaScript"
        && call.ArgumentList.Arguments is [var argument]
        && ConstantReader.Read(argument.Expression, context.Model, context.Scripts.Files, context.CancellationToken) is { } text
            ? PreparedText.Of(text, context.CancellationToken)
            : null;

    private static string? LastNameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
