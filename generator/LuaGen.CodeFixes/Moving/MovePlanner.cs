using LuaGen.Generator.CallSites;
using LuaGen.Language;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.LuaScripts;
using LuaGen.Language.Model;
using LuaGen.Language.Rules;
using LuaGen.Language.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.CodeFixes.Moving;

/// <summary>Decides what a call becomes when its script moves to a file. If the behavior could change, the call stays.</summary>
internal sealed class MovePlanner(SemanticModel model, RedisClient client, ProjectScripts shelf, CancellationToken cancellationToken)
{
    private readonly MoveObstacles _obstacles = new(model, client, cancellationToken);

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
        if (script.Types is not { } types || _obstacles.Of(site, script.Script) is not null)
        {
            return null;
        }

        var words = PassedArguments.Of(site, types, model, cancellationToken);
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
        if (script.Types is not { } types || _obstacles.Of(site, script.Script) is not null)
        {
            return null;
        }

        var use = Widened(ReplyUse.Of(site, types, model, cancellationToken), constant.Text);
        if (IsTaken(use))
        {
            return null;
        }

        var text = MovedText.Of(constant).ExplainedBy(DeclaredComments.Of(constant.Owner ?? model.GetSymbolInfo(site.Script!, cancellationToken).Symbol as ILocalSymbol, cancellationToken));
        var name = ScriptName.Of(site.Script!, holder: null, site.Syntax, model, cancellationToken);
        return Move(site, name, text, PassedArguments.Of(site, types, model, cancellationToken), use, IsReadOnly(site, script), database);
    }

    /// <summary>The moves of all calls of a prepared script, or none.</summary>
    private IReadOnlyList<ScriptMove> PlanPrepared(CallSite prepare)
    {
        if (prepare.Prepared is not { } prepared || prepare.Constant is not { File: null } constant)
        {
            return [];
        }

        var obstacles = new PreparedObstacles(model, client, _obstacles, cancellationToken);
        var calls = PreparedCalls.Of(prepare, model, client, cancellationToken);
        if (obstacles.Of(prepared, calls) is not null)
        {
            return [];
        }

        var translated = prepared.Script.WithKeys(obstacles.KeysOf(calls.Calls[0], prepared).Contains);
        var script = shelf.Check(prepare, new ScriptConstant(translated.Text, [], owner: null), cancellationToken);
        return script.Types is null || translated.Parameters.Count != prepared.Parameters.Count ? [] : Moves(prepare, calls, constant.Owner ?? calls.Holder, translated, script.Types);
    }

    private IReadOnlyList<ScriptMove> Moves(CallSite prepare, PreparedCalls prepared, ISymbol? owner, TranslatedScript translated, TypedScript types)
    {
        var calls = prepared.Calls;
        var uses = calls.Select(call => ReplyUse.Of(call, types, model, cancellationToken)).ToList();
        foreach (var use in uses)
        {
            shelf.Replies.Add(translated.Text, use.Returns);
        }

        var planned = calls.Zip(uses, (call, use) => (Call: call, Use: Widened(use, translated.Text), Database: _obstacles.DatabaseOf(call)))
            .Zip(WordsOf(prepare.Prepared!, calls, translated.Parameters), (plan, words) => (plan.Call, plan.Use, Words: words, plan.Database)).ToList();
        if (planned.Exists(plan => IsTaken(plan.Use) || plan.Database is null || plan.Words is null))
        {
            return [];
        }

        // The calls have the same declarations, so all of them find the file of the first.
        var text = MovedText.Of(translated.Text).ExplainedBy(DeclaredComments.Of(owner, cancellationToken));
        var name = ScriptName.Of(prepare.Script!, prepared.Holder, calls[0].Syntax, model, cancellationToken);
        return [.. planned.Select(plan => Move(plan.Call, name, text, plan.Words!, plan.Use, isReadOnly: false, plan.Database!)).OfType<ScriptMove>().Select(move => move with { Loads = prepared.Loads })];
    }

    /// <summary>What each call passes. Where the calls pass different types, all of them pass a <c>RedisValue</c>.</summary>
    private IEnumerable<IReadOnlyList<PassedArgument>?> WordsOf(PreparedText script, IReadOnlyList<CallSite> calls, IReadOnlyList<LuaScriptParameter> parameters)
    {
        var arguments = new PreparedArguments(model, client, cancellationToken);
        var types = calls.SelectMany(call => arguments.Of(call, script, parameters) ?? []).ToLookup(word => word.Name, word => word.Type);
        return calls.Select(call => arguments.Of(call, script, parameters, name => types[name].Distinct().Skip(1).Any()));
    }

    private ScriptMove? Move(CallSite site, string name, MovedText text, IReadOnlyList<PassedArgument> words, ReplyUse use, bool isReadOnly, ExpressionSyntax database)
    {
        var declarations = words.Select(word => word.Declaration).Concat(use.Declarations);
        var typed = shelf.Put(name, text, isReadOnly ? declarations.Append("@readonly") : declarations, model.Compilation, cancellationToken);
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
}
