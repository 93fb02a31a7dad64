using LuaGen.Generator.CallSites;
using LuaGen.Language;
using LuaGen.Language.Binding;
using LuaGen.Language.Inference;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.CodeFixes.Moving;

/// <summary>Decides what a call becomes when its script moves to a file. If the behavior could change, the call stays.</summary>
internal sealed class MovePlanner(SemanticModel model, RedisClient client, ProjectScripts shelf, CancellationToken cancellationToken)
{
    private const string DatabaseType = "StackExchange.Redis.IDatabaseAsync";

    /// <summary>
    /// The spans that are already replaced. A call that is an argument of another call is moved the next time, because its
    /// text is part of the other's.
    /// </summary>
    private readonly List<TextSpan> _taken = [];

    /// <summary>Finds the call whose script is at a position.</summary>
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
        if (script.Types is not { } types || PassesTooLittle(site, script.Script) || PassedArguments.Of(site, script.Script, model, cancellationToken) is not { } words)
        {
            return null;
        }

        var use = ReplyUse.Of(site, types, model, cancellationToken);
        TextSpan[] spans = [use.Node.Span, .. use.Edits.Select(edit => edit.Span)];
        if (_taken.Exists(taken => spans.Any(taken.IntersectsWith)) || LosesComments(use.Node, words.Select(word => word.Code).Append(database.ToString())))
        {
            return null;
        }

        var declarations = words.Select(word => word.Declaration).Append("RETURNS " + use.Returns);
        var typed = shelf.Put(
            ScriptName.Of(site, model, cancellationToken),
            MovedText.Of(constant.Text).ExplainedBy(CommentsOf(constant.Owner)),
            IsReadOnly(site, script) ? declarations.Append("@readonly") : declarations,
            model.Compilation,
            cancellationToken);
        if (typed is null)
        {
            return null;
        }

        _taken.AddRange(spans);
        return new ScriptMove(site, use.Node, new TypedCall(typed, words, model, cancellationToken).Print(site, database, use), use.Edits);
    }

    /// <summary>Before 3.2 the client lets a read-only call write. A script that does so must still work once it is moved.</summary>
    private static bool IsReadOnly(CallSite site, ScriptAnalysis script) =>
        site.IsReadOnly && (site.RefusesWrites || script.Findings.Any(finding => finding.Rule == Rule.CouldBeReadOnly));

    /// <summary>The <c>// …</c> comments directly above the field or local that holds a script; they move with it.</summary>
    private List<string> CommentsOf(ISymbol? owner)
    {
        var declaration = owner is IFieldSymbol or ILocalSymbol && owner.DeclaringSyntaxReferences is [var reference]
            ? reference.GetSyntax(cancellationToken).Parent?.Parent
            : null;
        return declaration is null ? [] : [.. declaration.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)).Select(trivia => trivia.ToString().TrimStart('/').Trim())];
    }

    /// <summary>Whether the call passes fewer keys or values than the script needs. The header would not declare them, so that must be fixed first.</summary>
    private static bool PassesTooLittle(CallSite site, BoundScript script)
    {
        var required = RequiredParameters.Of(script);
        return site.Keys.Count < required.Highest(ParameterTable.Keys) || site.Values.Count < required.Highest(ParameterTable.Argv);
    }

    /// <summary>Whether the replaced code contains comments or preprocessor directives that would be lost.</summary>
    private static bool LosesComments(SyntaxNode node, IEnumerable<string> kept) =>
        node.DescendantTrivia().Any(trivia => node.Span.Contains(trivia.Span)
            && (trivia.IsDirective || (!trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia) && !kept.Any(code => code.Contains(trivia.ToString())))));

    /// <summary>Excludes the overloads that return a leased reply, which is another type and must be disposed.</summary>
    private static bool GivesResult(CallSite site) => site.Method.ReturnType switch
    {
        INamedTypeSymbol { Name: "Task", TypeArguments: [{ Name: "RedisResult" }] } => true,
        { Name: "RedisResult" } => true,
        _ => false,
    };

    /// <summary>The target of the call, if a class of scripts can be created for it.</summary>
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

    private bool DependsOnError(CatchClauseSyntax clause) =>
        clause.Filter is not null
        || (clause.Declaration is { } declaration && model.GetTypeInfo(declaration.Type, cancellationToken).Type?.Name == "RedisServerException")
        || clause.Block.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText == "RedisServerException" || IsMessageRead(name));

    /// <summary><c>e.Message.Contains("…")</c>, <c>e.Message == "…"</c>; logging the message does not count.</summary>
    private static bool IsMessageRead(SimpleNameSyntax name) =>
        name is { Identifier.ValueText: "Message", Parent: MemberAccessExpressionSyntax { Parent: MemberAccessExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } or IsPatternExpressionSyntax or SwitchExpressionSyntax or SwitchStatementSyntax } access }
        && access.Name == name;
}
