using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>The calls that run a prepared script, if all of them are in the same file.</summary>
/// <param name="Calls">The calls.</param>
/// <param name="Holder">The local, field or property that holds the script; <see langword="null"/> if it is prepared in its only call.</param>
/// <param name="Obstacle">Why the script cannot be moved: it is used in another way, or perhaps elsewhere.</param>
internal sealed record PreparedCalls(IReadOnlyList<CallSite> Calls, ISymbol? Holder, string? Obstacle)
{
    private const string Loaded = "it is loaded with `Load`, and a typed method loads its script itself";
    private const string Other = "it is used in another way than to run it";

    public static PreparedCalls Of(CallSite prepare, SemanticModel model, RedisClient client, CancellationToken cancellationToken)
    {
        var written = Outer(prepare.Syntax);
        if (CallAround(written, model, client, cancellationToken) is { } inline)
        {
            return new PreparedCalls([inline], Holder: null, Obstacle: null);
        }

        if (HolderOf(written, model, cancellationToken) is not { } holder)
        {
            return new PreparedCalls([], Holder: null, IsLoaded(written) ? Loaded : Other);
        }

        if (holder is not (ILocalSymbol or { DeclaredAccessibility: Accessibility.Private, ContainingType.DeclaringSyntaxReferences.Length: 1 }))
        {
            return new PreparedCalls([], holder, $"other files may use '{holder.Name}'");
        }

        return SingleAssignment.ValueOf(holder, model.Compilation, cancellationToken) is { } value && SingleAssignment.Unwrap(value) == prepare.Syntax
            ? OfHolder(holder, model, client, cancellationToken)
            : new PreparedCalls([], holder, $"'{holder.Name}' is assigned more than once");
    }

    private static PreparedCalls OfHolder(ISymbol holder, SemanticModel model, RedisClient client, CancellationToken cancellationToken)
    {
        var root = model.SyntaxTree.GetRoot(cancellationToken);
        var calls = new List<CallSite>();
        foreach (var use in NamesInFile.Of(model.SyntaxTree, cancellationToken).UsesIn(root, holder.Name))
        {
            var written = NamesInFile.WithOwner(use);
            if ((written.Parent is AssignmentExpressionSyntax assignment && assignment.Left == written) || !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(use, cancellationToken).Symbol, holder))
            {
                continue;
            }

            if (CallAround(written, model, client, cancellationToken) is not { } call)
            {
                return new PreparedCalls([], holder, IsLoaded(written) ? Loaded : Other);
            }

            calls.Add(call);
        }

        return new PreparedCalls(calls, holder, calls.Count > 0 ? null : "nothing in this file runs it");
    }

    /// <summary>The local, field or property that holds the script.</summary>
    private static ISymbol? HolderOf(ExpressionSyntax prepare, SemanticModel model, CancellationToken cancellationToken) => prepare.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } => model.GetDeclaredSymbol(declarator, cancellationToken),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => model.GetDeclaredSymbol(property, cancellationToken),
        AssignmentExpressionSyntax assignment when assignment.Right == prepare => model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol,
        _ => null,
    };

    private static CallSite? CallAround(ExpressionSyntax script, SemanticModel model, RedisClient client, CancellationToken cancellationToken)
    {
        var call = script.Parent switch
        {
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax invocation } => invocation,
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax invocation } access when access.Expression == script => invocation,
            _ => null,
        };
        return call is not null && CallSite.Find(call, model, client, cancellationToken) is { Kind: CallKind.Prepared } site && site.Script == script ? site : null;
    }

    /// <summary><c>script.Load(server)</c>, <c>server.ScriptLoad(script)</c></summary>
    private static bool IsLoaded(ExpressionSyntax script) => script.Parent switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Load" or "LoadAsync" } => true,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => CallSiteFinder.NameOf(call) is "ScriptLoad" or "ScriptLoadAsync",
        _ => false,
    };

    private static ExpressionSyntax Outer(ExpressionSyntax expression) =>
        expression.Parent is ParenthesizedExpressionSyntax parenthesized ? Outer(parenthesized) : expression;
}
