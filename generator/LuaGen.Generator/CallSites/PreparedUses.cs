using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>
/// Follows a prepared script from <c>LuaScript.Prepare</c> through the locals and members that hold it, and through
/// <c>Load</c>, to the calls that run it.
/// </summary>
internal sealed class PreparedUses(SemanticModel model, RedisClient client, CancellationToken cancellationToken)
{
    private const string Loaded = "it is loaded with `Load`, and a typed method loads its script itself";
    private const string Other = "it is used in another way than to run it";

    private readonly List<CallSite> _calls = [];
    private readonly List<StatementSyntax> _loads = [];
    private ISymbol? _holder;

    public PreparedCalls Of(CallSite prepare)
    {
        var obstacle = Follow(prepare.Syntax.WalkUpSuppressions(), isLoaded: false);
        return new PreparedCalls(_calls, _loads, _holder, obstacle ?? (_calls.Count > 0 ? null : _loads.Count > 0 ? Loaded : "nothing in this file runs it"));
    }

    /// <summary>Follows an expression whose value is the script. Returns why it cannot be moved.</summary>
    private string? Follow(ExpressionSyntax script, bool isLoaded)
    {
        if (CallAround(script) is { } call)
        {
            _calls.Add(call);
            return null;
        }

        if (LoadAround(script) is { } load)
        {
            return CanGo(load) ? Follow(load, isLoaded: true) : Loaded;
        }

        if (script.Parent is ExpressionStatementSyntax statement && isLoaded)
        {
            return Remove(statement) ? null : Loaded;
        }

        return HolderOf(script) is { } holder ? FollowHolder(holder, script, isLoaded) : isLoaded ? Loaded : Other;
    }

    private string? FollowHolder(ISymbol holder, ExpressionSyntax script, bool isLoaded)
    {
        _holder ??= holder;
        if (holder is not (ILocalSymbol or { DeclaredAccessibility: Accessibility.Private, ContainingType.DeclaringSyntaxReferences.Length: 1 }))
        {
            return $"other files may use '{holder.Name}'";
        }

        if (SingleAssignment.ValueOf(holder, model.Compilation, cancellationToken) is not { } value || SingleAssignment.Unwrap(value).WalkUpSuppressions() != script)
        {
            return $"'{holder.Name}' is assigned more than once";
        }

        if (script.Parent?.Parent is ExpressionStatementSyntax assignment && !Remove(assignment) && isLoaded)
        {
            return Loaded;
        }

        var root = model.SyntaxTree.GetRoot(cancellationToken);
        return NamesInFile.Of(model.SyntaxTree, cancellationToken).UsesIn(root, holder.Name)
            .Select(NamesInFile.WithOwner)
            .Where(use => !IsAssigned(use) && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(use, cancellationToken).Symbol, holder))
            .Select(use => Follow(use.WalkUpSuppressions(), isLoaded))
            .FirstOrDefault(obstacle => obstacle is not null);
    }

    private CallSite? CallAround(ExpressionSyntax script) =>
        script.CallAround() is { } call && CallSite.Find(call, model, client, cancellationToken) is { Kind: CallKind.Prepared, Script: { } passed } site
            && SingleAssignment.Unwrap(passed) == SingleAssignment.Unwrap(script) ? site : null;

    /// <summary>The call of the client that loads the script, with its <c>await</c>.</summary>
    private ExpressionSyntax? LoadAround(ExpressionSyntax script) =>
        PreparedLoads.Around(script) is { } load && model.GetSymbolInfo(load, cancellationToken).Symbol is IMethodSymbol { ContainingType: var type } && (client.IsPrepared(type) || client.IsTarget(type))
            ? load.WalkUpAwait()
            : null;

    /// <summary>
    /// Whether nothing is missing once a load is gone: a script that its arguments run, such as one that names the server. The compiler must
    /// not warn either: of an async method without <c>await</c>, or of a primary constructor's parameter that nothing reads.
    /// </summary>
    private bool CanGo(ExpressionSyntax load)
    {
        if (load.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => CallSite.Find(call, model, client, cancellationToken) is { Kind: not CallKind.Prepare }))
        {
            return false;
        }

        if (SingleAssignment.Unwrap(load) is AwaitExpressionSyntax && FunctionAround(load).DescendantNodes().OfType<AwaitExpressionSyntax>().All(IsLoad))
        {
            return false;
        }

        var type = load.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        return type is null || load.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => model.GetSymbolInfo(name, cancellationToken).Symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor }
                && constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax))
            .All(name => NamesInFile.Of(model.SyntaxTree, cancellationToken).UsesIn(type, name.Identifier.ValueText).Any(use => !load.Span.Contains(use.Span)));
    }

    /// <summary>Removes a statement of a block, unless it is all that a loop or branch does.</summary>
    private bool Remove(StatementSyntax statement)
    {
        if (statement.Parent is not BlockSyntax block || statement.ContainsDirectives || (block.Statements.Count == 1 && block.Parent is StatementSyntax or ElseClauseSyntax or CatchClauseSyntax or FinallyClauseSyntax))
        {
            return false;
        }

        _loads.Add(statement);
        return true;
    }

    /// <summary>The local, field or property that holds the script.</summary>
    private ISymbol? HolderOf(ExpressionSyntax script) => script.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } => model.GetDeclaredSymbol(declarator, cancellationToken),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => model.GetDeclaredSymbol(property, cancellationToken),
        AssignmentExpressionSyntax assignment when assignment.Right == script => model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol,
        _ => null,
    };

    private static bool IsLoad(AwaitExpressionSyntax awaited) => awaited.WalkDownAwait() is InvocationExpressionSyntax call && PreparedLoads.ScriptOf(call) is not null;

    private static bool IsAssigned(ExpressionSyntax use) => use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use;

    private static SyntaxNode FunctionAround(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(parent => parent is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax) ?? node.SyntaxTree.GetRoot();
}
