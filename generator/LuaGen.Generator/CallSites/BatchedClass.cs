using System.Collections.Immutable;
using LuaGen.Language.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>An instance of a generated class that is created for a plain batch, which sends the text of a script with every call.</summary>
/// <param name="Syntax">Its creation.</param>
/// <param name="Type">The generated class.</param>
/// <param name="Batch">The batch as passed.</param>
internal sealed record BatchedClass(BaseObjectCreationExpressionSyntax Syntax, INamedTypeSymbol Type, ExpressionSyntax Batch)
{
    private const string BatchFactory = "CreateBatch";

    /// <summary>The database that made the batch, if its expression means the same at the creation; otherwise <see langword="null"/>.</summary>
    public ExpressionSyntax? Database { get; private init; }

    /// <summary>The creation to write instead.</summary>
    public string Remedy
    {
        get
        {
            var arguments = string.Join(", ", Syntax.ArgumentList!.Arguments.Select(argument =>
                argument.Expression == Batch ? argument.NameColon?.ToFullString() + (Database?.ToString() ?? "database") : argument.ToString()));
            var type = (Syntax as ObjectCreationExpressionSyntax)?.Type.ToString() ?? Type.Name;
            return $"new {type}({arguments}).On({Batch})";
        }
    }

    /// <summary>The instance that an expression creates; <see langword="null"/> if it is of another class, or not for what surely is a plain batch.</summary>
    public static BatchedClass? Of(BaseObjectCreationExpressionSyntax syntax, SemanticModel model, RedisClient client, CancellationToken cancellationToken)
    {
        // A database and, for JSON, a resolver.
        if (syntax.ArgumentList?.Arguments.Count is not (1 or 2)
            || syntax.Initializer is not null
            || (syntax is ObjectCreationExpressionSyntax { Type: var written } && !IsGenerated(model.GetTypeInfo(written, cancellationToken).Type))
            || syntax.ArgumentList.Arguments.FirstOrDefault(argument => IsBatch(argument.Expression)) is not { Expression: var batch }
            || model.GetTypeInfo(syntax, cancellationToken).Type is not INamedTypeSymbol type
            || !IsGenerated(type))
        {
            return null;
        }

        var made = SingleAssignment.Resolve(batch, model, cancellationToken);
        if (made == batch)
        {
            return new BatchedClass(syntax, type, batch);
        }

        // Anything else that makes one may give a transaction, or an object of a test.
        return made is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: BatchFactory } factory }
            ? new BatchedClass(syntax, type, batch) { Database = IsInReach(factory.Expression) ? factory.Expression : null }
            : null;

        // The name of a type is cheap to bind, unlike the arguments of each creation in a project.
        static bool IsGenerated(ITypeSymbol? type) => type is INamedTypeSymbol { IsSealed: true } && !type.GetMembers("On").IsEmpty;

        bool IsBatch(ExpressionSyntax expression) =>
            expression is IdentifierNameSyntax or MemberAccessExpressionSyntax && client.IsBatchInterface(model.GetTypeInfo(expression, cancellationToken).Type);

        // The local and the creation share a scope; what else it was made from has to be a name too.
        bool IsInReach(ExpressionSyntax database) => batch is IdentifierNameSyntax
            && model.GetSymbolInfo(batch, cancellationToken).Symbol is ILocalSymbol
            && database.DescendantNodesAndSelf().All(static node => node is SimpleNameSyntax or MemberAccessExpressionSyntax or ThisExpressionSyntax);
    }

    /// <summary>The scripts of the class that may be called through the instance.</summary>
    public IEnumerable<ScriptModel> Called(IEnumerable<ScriptModel> scripts, CancellationToken cancellationToken)
    {
        if (Calls(cancellationToken) is not { } calls)
        {
            return scripts;
        }

        // A call without a reply, or one that asks for the text, is sent in the same form through On.
        var names = calls
            .Where(call => !call.ArgumentList.ToString().Contains("FireAndForget") && !call.ArgumentList.ToString().Contains("NoScriptCache"))
            .Select(call => ((MemberAccessExpressionSyntax)call.Expression).Name.Identifier.ValueText)
            .ToImmutableHashSet(StringComparer.Ordinal);
        return scripts.Where(script => names.Contains(script.Name + "Async") || (script.Version is { } version && names.Contains(version.Name + "Async")));
    }

    /// <summary>All calls through the instance; <see langword="null"/> if there may be others.</summary>
    private List<InvocationExpressionSyntax>? Calls(CancellationToken cancellationToken)
    {
        if (CallThrough(Syntax) is { } only)
        {
            return [only];
        }

        if (Syntax.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax statement } local })
        {
            return null;
        }

        // Statements at the top level of a file have no block.
        var scope = statement.Parent is GlobalStatementSyntax file ? file.Parent! : statement.Parent!;
        var calls = new List<InvocationExpressionSyntax>();
        foreach (var name in scope.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == local.Identifier.ValueText))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (CallThrough(name) is not { } call)
            {
                return null;
            }

            calls.Add(call);
        }

        return calls.Count == 0 ? null : calls;
    }

    private static InvocationExpressionSyntax? CallThrough(ExpressionSyntax instance) =>
        instance.WalkUpParentheses() is var receiver
        && receiver.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call, Name.Identifier.ValueText: not "On" } access && access.Expression == receiver ? call : null;
}
