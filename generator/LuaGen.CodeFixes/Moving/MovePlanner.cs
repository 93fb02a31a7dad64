using LuaGen.Generator.CallSites;
using LuaGen.Language;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.LuaScripts;
using LuaGen.Language.Model;
using LuaGen.Language.Rules;
using LuaGen.Language.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.CodeFixes.Moving;

/// <summary>Decides what a call becomes when its script moves to a file. If the behavior could change, the call stays.</summary>
internal sealed class MovePlanner(SemanticModel model, RedisClient client, ProjectScripts shelf, CancellationToken cancellationToken)
{
    private readonly MoveObstacles _obstacles = new(model, cancellationToken);

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

    /// <summary>Records what the call reads, so that all calls of the same text get one file.</summary>
    public void Note(CallSite site)
    {
        if (site is { PassesLists: true, Constant: { } constant } && shelf.Check(site, constant, cancellationToken).Types is { } types && _obstacles.Of(site, types.Script) is null)
        {
            shelf.Replies.Add(constant.Text, ReplyUse.Of(site, types, model, cancellationToken).Returns);
        }
    }

    public IReadOnlyList<ScriptMove> Plan(CallSite site) => site.Kind == CallKind.Prepare ? PlanPrepared(site) : PlanText(site) is { } move ? [move] : [];

    /// <summary>The call of the typed method for a file that the code reads itself, if the method takes and returns the same types.</summary>
    public ScriptMove? PlanFile(CallSite site)
    {
        if (site is not { Kind: CallKind.Text, Constant: { File: { } path } constant } || shelf.At(path) is not { } existing || _obstacles.DatabaseOf(site) is not { } database)
        {
            return null;
        }

        var script = shelf.Check(site, constant, cancellationToken);
        if (script.Types is not { } types || _obstacles.Of(site, script.Script) is not null || PassedArguments.Of(site, script.Script, model, cancellationToken) is not { } words)
        {
            return null;
        }

        var use = ReplyUse.Of(site, types, model, cancellationToken);
        use = use.Returns == HeaderType.Nothing.Name ? use.As(existing.Returns, "") : use;
        return shelf.IsCalledWith(existing, MovedText.Of(constant.Text).WithoutHeader(), words.Select(word => word.Declaration).Concat(use.Declarations), cancellationToken)
            ? Replace(site, existing, words, use, database)
            : null;
    }

    private ScriptMove? PlanText(CallSite site)
    {
        if (site is not { PassesLists: true, Constant: { File: null } constant } || _obstacles.DatabaseOf(site) is not { } database)
        {
            return null;
        }

        var script = shelf.Check(site, constant, cancellationToken);
        if (script.Types is not { } types || _obstacles.Of(site, script.Script) is not null || PassedArguments.Of(site, script.Script, model, cancellationToken) is not { } words)
        {
            return null;
        }

        var use = Widened(ReplyUse.Of(site, types, model, cancellationToken), constant.Text);
        if (IsTaken(use))
        {
            return null;
        }

        var text = MovedText.Of(constant).ExplainedBy(CommentsOf(constant.Owner));
        return Move(site, text, words, use, IsReadOnly(site, script), database);
    }

    /// <summary>The moves of all calls of a prepared script, or none.</summary>
    private IReadOnlyList<ScriptMove> PlanPrepared(CallSite prepare)
    {
        if (prepare.Prepared is not { } prepared || prepare.Constant is not { File: null } constant || new PreparedCalls(model, client, cancellationToken).Of(prepare) is not { } calls
            || calls.Any(call => _obstacles.Of(call, script: null) is not null))
        {
            return [];
        }

        var arguments = new PreparedArguments(model, cancellationToken);
        var keys = arguments.KeysOf(calls[0], prepared);
        if (keys is null || calls.Any(call => arguments.KeysOf(call, prepared)?.SetEquals(keys) != true))
        {
            return [];
        }

        var translated = prepared.Script.WithKeys(keys.Contains);
        var script = shelf.Check(prepare, new ScriptConstant(translated.Text, [], owner: null), cancellationToken);
        return script.Types is null || PreparedReads(prepared, translated) ? [] : Moves(prepare, constant, calls, arguments, translated, script.Types);
    }

    private IReadOnlyList<ScriptMove> Moves(CallSite prepare, ScriptConstant constant, IReadOnlyList<CallSite> calls, PreparedArguments arguments, TranslatedScript translated, TypedScript types)
    {
        var uses = calls.Select(call => ReplyUse.Of(call, types, model, cancellationToken)).ToList();
        foreach (var use in uses)
        {
            shelf.Replies.Add(translated.Text, use.Returns);
        }

        var planned = calls.Zip(uses, (call, use) => (Call: call, Use: Widened(use, translated.Text), Words: arguments.Of(call, prepare.Prepared!, translated.Parameters), Database: _obstacles.DatabaseOf(call))).ToList();
        if (planned.Exists(plan => IsTaken(plan.Use) || plan.Database is null || plan.Words is null || !plan.Words.Select(word => word.Type).SequenceEqual(planned[0].Words!.Select(word => word.Type))))
        {
            return [];
        }

        // The calls have the same declarations, so all of them find the file of the first.
        var text = MovedText.Of(translated.Text).ExplainedBy(CommentsOf(constant.Owner));
        return [.. planned.Select(plan => Move(plan.Call, text, plan.Words!, plan.Use, isReadOnly: false, plan.Database!)).OfType<ScriptMove>()];
    }

    /// <summary>Whether the script reads KEYS or ARGV itself, whose numbers would be others in a file.</summary>
    private static bool PreparedReads(PreparedText prepared, TranslatedScript translated)
    {
        const string Names = "KEYS ARGV";
        return Names.Split(' ').Any(name => prepared.Source.Text.IndexOf(name, StringComparison.Ordinal) >= 0) || translated.Parameters.Count != prepared.Parameters.Count;
    }

    private ScriptMove? Move(CallSite site, MovedText text, IReadOnlyList<PassedArgument> words, ReplyUse use, bool isReadOnly, ExpressionSyntax database)
    {
        var declarations = words.Select(word => word.Declaration).Concat(use.Declarations);
        var typed = shelf.Put(ScriptName.Of(site, model, cancellationToken), text, isReadOnly ? declarations.Append("@readonly") : declarations, model.Compilation, cancellationToken);
        return typed is null ? null : Replace(site, typed, words, use, database);
    }

    private ScriptMove Replace(CallSite site, ScriptModel typed, IReadOnlyList<PassedArgument> words, ReplyUse use, ExpressionSyntax database)
    {
        _taken.AddRange([use.Node.Span, .. use.Edits.Select(edit => edit.Span)]);
        var code = new TypedCall(typed, words, model, cancellationToken).Print(site, database, use);
        var comments = KeptComments.Of(use.Node, words.Select(word => word.Code).Append(database.ToString()), code);
        return new ScriptMove(site, use.Node, comments.Code, [.. comments.Edits, .. use.Edits]);
    }

    private bool IsTaken(ReplyUse use)
    {
        TextSpan[] spans = [use.Node.Span, .. use.Edits.Select(edit => edit.Span)];
        return _taken.Exists(taken => spans.Any(taken.IntersectsWith));
    }

    private ReplyUse Widened(ReplyUse use, string text)
    {
        var returns = shelf.Replies.Of(text, use.Returns);
        var isNullable = use.Returns.EndsWith("?", StringComparison.Ordinal) && use.Suffix.Length == 0;
        return use.As(returns, returns.EndsWith("?", StringComparison.Ordinal) && !isNullable ? " ?? 0" : "");
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
}
