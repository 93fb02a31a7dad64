using LuaGen.Generator.CallSites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.CodeFixes.Moving;

/// <summary>Decides what a call becomes when its script is a file. Where anything could come out otherwise than before, it stays.</summary>
internal sealed class MovePlanner(SemanticModel model, RedisClient client, ScriptShelf shelf, CancellationToken cancellationToken)
{
    private const string DatabaseType = "StackExchange.Redis.IDatabaseAsync";

    /// <summary>What is replaced so far. A call among the arguments of another one is moved next time: its words are part of the other's.</summary>
    private readonly List<TextSpan> _taken = [];

    /// <summary>The call whose script is written at a place.</summary>
    public CallSite? Find(SyntaxNode root, TextSpan script) =>
        root.FindNode(script, getInnermostNodeForTie: true).AncestorsAndSelf()
            .OfType<InvocationExpressionSyntax>()
            .Select(syntax => CallSite.Find(syntax, model, client, cancellationToken))
            .FirstOrDefault(site => site?.Script?.Span == script);

    public ScriptMove? Plan(CallSite site)
    {
        if (site is not { PassesLists: true, Constant: { } constant } || !GivesResult(site) || DatabaseOf(site) is not { } database || DependsOnError(site.Syntax))
        {
            return null;
        }

        var script = shelf.Check(site, constant, cancellationToken);
        if (!script.IsWhole || PassedWords.Of(site, script.Script, model, cancellationToken) is not { } words)
        {
            return null;
        }

        var use = ReplyUse.Of(site, script.Script, model, cancellationToken);
        TextSpan[] spans = [use.Node.Span, .. use.Edits.Select(edit => edit.Span)];
        if (_taken.Exists(taken => spans.Any(taken.IntersectsWith)))
        {
            return null;
        }

        var declarations = words.Select(word => word.Declaration).Append("RETURNS " + use.Returns);
        var typed = shelf.Put(
            ScriptName.Of(site, model, cancellationToken),
            MovedText.Of(constant.Text),
            site.IsReadOnly ? declarations.Append("@readonly") : declarations,
            cancellationToken);
        if (typed is null)
        {
            return null;
        }

        _taken.AddRange(spans);
        return new ScriptMove(site, use.Node, new TypedCall(typed, words, model, cancellationToken).Print(site, database, use), use.Edits);
    }

    /// <summary>What the overloads that lease their reply give is another type, and is disposed of.</summary>
    private static bool GivesResult(CallSite site) => site.Method.ReturnType switch
    {
        INamedTypeSymbol { Name: "Task", TypeArguments: [{ Name: "RedisResult" }] } => true,
        { Name: "RedisResult" } => true,
        _ => false,
    };

    /// <summary>What the call is made on, when a class of scripts can be made over that.</summary>
    private ExpressionSyntax? DatabaseOf(CallSite site)
    {
        if (site.Syntax.Expression is not MemberAccessExpressionSyntax { Expression: var target } || target is BaseExpressionSyntax
            || model.Compilation.GetTypeByMetadataName(DatabaseType) is not { } database
            || model.GetTypeInfo(target, cancellationToken).Type is not { } type)
        {
            return null;
        }

        return SymbolEqualityComparer.Default.Equals(type, database) || type.AllInterfaces.Contains(database, SymbolEqualityComparer.Default) ? target : null;
    }

    /// <summary>
    /// Errors of the script are a <c>RedisServerException</c> of the client, and a <c>ScriptException</c> of a typed call: who
    /// catches the one would not catch the other, and who looks at its message would read another.
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

    private bool DependsOnError(CatchClauseSyntax clause) =>
        clause.Filter is not null
        || (clause.Declaration is { } declaration && model.GetTypeInfo(declaration.Type, cancellationToken).Type?.Name == "RedisServerException");
}
