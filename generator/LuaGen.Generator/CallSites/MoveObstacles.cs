using LuaGen.Language.Binding;
using LuaGen.Language.Inference;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>
/// Says why a call cannot become a typed call by itself: its behavior could change. The rule shows the reason, and the code
/// fix is not offered.
/// </summary>
internal sealed class MoveObstacles(SemanticModel model, RedisClient client, CancellationToken cancellationToken)
{
    /// <summary>The reason, or <see langword="null"/>.</summary>
    /// <param name="site">The call.</param>
    /// <param name="script">Its script; <see langword="null"/> for the call of a prepared script.</param>
    public string? Of(CallSite site, BoundScript? script) => site.Kind switch
    {
        CallKind.Helper => $"'{site.Method.Name}' sends it, so change that method first",
        CallKind.Load => "it is only loaded here, and a typed method loads its script itself",
        CallKind.Prepare => null,
        _ when !GivesResult(site) => "the call returns another type than RedisResult",
        _ when DatabaseOf(site) is null => site.Syntax.Expression is MemberBindingExpressionSyntax ? "the database is behind `?.`" : "it is not sent to a database",
        _ when DependsOnError(site.Syntax) => "a `catch` around the call depends on the client's exception, and a typed call throws a ScriptException",
        _ when HasDirective(site.Syntax) => "the call contains a preprocessor directive",
        _ when script is not null && PassesTooLittle(site, script) => "the call passes fewer keys or values than the script requires",
        _ when script is not null => new PassedObstacles(model, client, cancellationToken).Of(site, script),
        _ => null,
    };

    /// <summary>The target of the call, if a class of scripts can be created for it.</summary>
    public ExpressionSyntax? DatabaseOf(CallSite site)
    {
        var target = site.Kind == CallKind.Prepared && site.Invocation.ArgumentOf("db") is { Value.Syntax: ExpressionSyntax db } ? db
            : site.Syntax.Expression is MemberAccessExpressionSyntax access ? access.Expression
            : null;
        return target is not (null or BaseExpressionSyntax) && client.IsDatabase(model.GetTypeInfo(target, cancellationToken).Type) ? target : null;
    }

    /// <summary>Whether the call passes fewer keys or values than the script needs. The header would not declare them, so that must be fixed first.</summary>
    private static bool PassesTooLittle(CallSite site, BoundScript script)
    {
        var required = RequiredParameters.Of(script);
        return site.Keys.Count < required.Highest(ParameterTable.Keys) || site.Values.Count < required.Highest(ParameterTable.Argv);
    }

    private static bool HasDirective(SyntaxNode call) => call.ContainsDirectives && call.DescendantTrivia().Any(trivia => trivia.IsDirective && call.Span.Contains(trivia.Span));

    /// <summary>Excludes the overloads that return a leased reply, which is another type and must be disposed.</summary>
    private static bool GivesResult(CallSite site) => site.Method.ReturnType switch
    {
        INamedTypeSymbol { Name: "Task", TypeArguments: [{ Name: "RedisResult" }] } => true,
        { Name: "RedisResult" } => true,
        _ => false,
    };

    /// <summary>
    /// A script error is a <c>RedisServerException</c> of the client, but a <c>ScriptException</c> of a typed call. A handler of
    /// the former would not catch the latter, and code that reads the message would get another text.
    /// </summary>
    private bool DependsOnError(SyntaxNode call)
    {
        for (var node = call; node.Parent is { } parent and not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax); node = parent)
        {
            if (parent is TryStatementSyntax @try && @try.Block == node && @try.Catches.Any(DependsOnError))
            {
                return true;
            }
        }

        return false;
    }

    private bool DependsOnError(CatchClauseSyntax clause)
    {
        var type = clause.Declaration is { } declaration ? model.GetTypeInfo(declaration.Type, cancellationToken).Type : null;
        if (type is not null && type.ToDisplayString() is not ("System.Exception" or "System.SystemException" or "StackExchange.Redis.RedisException" or "StackExchange.Redis.RedisServerException"))
        {
            // A handler of another exception catches neither of the two.
            return type.TypeKind == TypeKind.Error;
        }

        return type?.Name == "RedisServerException"
            || (clause.Filter is { } filter && ReadsError(filter, clause.Declaration?.Identifier.ValueText))
            || clause.Block.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText == "RedisServerException" || IsMessageRead(name));
    }

    /// <summary>Whether a filter depends on the exception in a way that can differ: not <c>when (e is not OperationCanceledException)</c>.</summary>
    private static bool ReadsError(CatchFilterClauseSyntax filter, string? exception) =>
        filter.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText == "RedisServerException"
            || (name.Identifier.ValueText == exception && name.Parent is not (IsPatternExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression })));

    /// <summary><c>e.Message.Contains("…")</c>, <c>e.Message == "…"</c>; logging the message does not count.</summary>
    private static bool IsMessageRead(SimpleNameSyntax name) =>
        name is { Identifier.ValueText: "Message", Parent: MemberAccessExpressionSyntax { Parent: MemberAccessExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } or IsPatternExpressionSyntax or SwitchExpressionSyntax or SwitchStatementSyntax } access }
        && access.Name == name;
}
