using LuaGen.Generator.CallSites;
using LuaGen.Language;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.LuaScripts;
using LuaGen.Language.Model;
using LuaGen.Language.Rules;
using LuaGen.Language.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.CodeFixes.Moving;

/// <summary>Decides what the calls of a file become when their scripts move to files. If the behavior could change, a call stays.</summary>
internal sealed class MovePlanner(CallDocument document, ProjectScripts project, CancellationToken cancellationToken)
{
    private readonly SemanticModel _model = document.Model;
    private readonly MoveObstacles _obstacles = new(document.Model, document.Client, cancellationToken);

    /// <summary>
    /// The spans that are already replaced. A call that is an argument of another call is moved the next time, because its
    /// text is part of the other's.
    /// </summary>
    private readonly List<TextSpan> _taken = [];

    /// <summary>Records what the calls of the scripts at these positions read, so that all calls of the same text get one file.</summary>
    public void Note(IEnumerable<TextSpan> scripts)
    {
        foreach (var script in scripts)
        {
            if (document.CallOf(script, cancellationToken) is { PassesLists: true, Constant: { } constant } site && Movable(site, constant) is { Types: { } types })
            {
                project.Replies.Add(constant.Text, ReplyUse.Of(site, types, _model, cancellationToken).Returns);
            }
        }
    }

    /// <summary>The moves of the scripts at these positions, as far as they are possible.</summary>
    public IReadOnlyList<ScriptMove> Plan(IEnumerable<TextSpan> scripts) =>
        [.. scripts.OrderBy(script => script.Start).Select(script => document.CallOf(script, cancellationToken)).OfType<CallSite>().SelectMany(Plan)];

    /// <summary>The call of the typed method for a file that the code reads itself, if the method takes and returns the same types.</summary>
    public ScriptMove? PlanFile(CallSite site)
    {
        if (site is not { Kind: CallKind.Text, Constant: { File: { } path } constant } || project.At(path) is not { } existing
            || Movable(site, constant) is not { Types: { } types } || Planned(site, types) is not { } call)
        {
            return null;
        }

        call = call.Use.Returns == HeaderType.Nothing.Name ? call with { Use = call.Use.As(existing.Returns, "") } : call;
        return project.IsCalledWith(existing, MovedText.Of(constant.Text).WithoutHeader(), call.Declarations, cancellationToken) ? Replace(call, existing) : null;
    }

    private IReadOnlyList<ScriptMove> Plan(CallSite site) => site.Kind == CallKind.Prepare ? PlanPrepared(site) : PlanText(site) is { } move ? [move] : [];

    private ScriptMove? PlanText(CallSite site)
    {
        if (site is not { PassesLists: true, Constant: { File: null } constant }
            || Movable(site, constant) is not { Types: { } types } script || Planned(site, types) is not { } call)
        {
            return null;
        }

        call = call with { Use = Widened(call.Use, constant.Text) };
        if (IsTaken(call))
        {
            return null;
        }

        var text = MovedText.Of(constant).ExplainedBy(DeclaredComments.Of(constant.Owner ?? _model.GetSymbolInfo(site.Script!, cancellationToken).Symbol as ILocalSymbol, cancellationToken));
        var name = ScriptName.Of(site.Script!, holder: null, site.Syntax, _model, cancellationToken);
        return Move(call, name, text, IsReadOnly(site, script) ? ["@readonly"] : []);
    }

    /// <summary>The moves of all calls of a prepared script, or none.</summary>
    private IReadOnlyList<ScriptMove> PlanPrepared(CallSite prepare)
    {
        if (prepare is not { Prepared: { } prepared, Constant: { File: null } constant })
        {
            return [];
        }

        var obstacles = new PreparedObstacles(_model, document.Client, _obstacles, cancellationToken);
        var uses = PreparedCalls.Of(prepare, _model, document.Client, cancellationToken);
        if (obstacles.Of(prepared, uses) is not null)
        {
            return [];
        }

        var translated = prepared.Script.WithKeys(obstacles.KeysOf(uses.Calls[0], prepared).Contains);
        var script = project.Check(prepare, new ScriptConstant(translated.Text, [], owner: null), cancellationToken);
        if (script.Types is not { } types || translated.Parameters.Count != prepared.Parameters.Count || Planned(prepared, uses.Calls, translated, types) is not { } calls)
        {
            return [];
        }

        // The calls have the same declarations, so all of them find the file of the first.
        var text = MovedText.Of(translated.Text).ExplainedBy(DeclaredComments.Of(constant.Owner ?? uses.Holder, cancellationToken));
        var name = ScriptName.Of(prepare.Script!, uses.Holder, uses.Calls[0].Syntax, _model, cancellationToken);
        return [.. calls.Select(call => Move(call, name, text, options: [])).OfType<ScriptMove>().Select(move => move with { Loads = uses.Loads })];
    }

    /// <summary>The calls of a prepared script; <see langword="null"/> if one of them cannot be replaced. Where they pass different types, all of them pass a <c>RedisValue</c>.</summary>
    private List<PlannedCall>? Planned(PreparedText script, IReadOnlyList<CallSite> sites, TranslatedScript translated, TypedScript types)
    {
        var arguments = new PreparedArguments(_model, document.Client, cancellationToken);
        var passed = sites.SelectMany(site => arguments.Of(site, script, translated.Parameters) ?? []).ToLookup(argument => argument.Name, argument => argument.Type);
        var uses = sites.Select(site => ReplyUse.Of(site, types, _model, cancellationToken)).ToList();
        foreach (var use in uses)
        {
            project.Replies.Add(translated.Text, use.Returns);
        }

        var calls = new List<PlannedCall>();
        foreach (var (site, use) in sites.Zip(uses, (site, use) => (site, use)))
        {
            if (arguments.Of(site, script, translated.Parameters, name => passed[name].Distinct().Skip(1).Any()) is not { } own || _obstacles.DatabaseOf(site) is not { } database)
            {
                return null;
            }

            calls.Add(new PlannedCall(site, own, Widened(use, translated.Text), database));
        }

        return calls.Exists(IsTaken) ? null : calls;
    }

    private PlannedCall? Planned(CallSite site, TypedScript types) => _obstacles.DatabaseOf(site) is { } database
        ? new PlannedCall(site, PassedArguments.Of(site, types, _model, cancellationToken), ReplyUse.Of(site, types, _model, cancellationToken), database)
        : null;

    /// <summary>The script of a call; <see langword="null"/> if the call has to stay.</summary>
    private ScriptAnalysis? Movable(CallSite site, ScriptConstant constant) =>
        project.Check(site, constant, cancellationToken) is { Types: not null } script && _obstacles.Of(site, script.Script) is null ? script : null;

    private ScriptMove? Move(PlannedCall call, string name, MovedText text, IReadOnlyList<string> options) =>
        project.Put(name, text, call.Declarations.Concat(options), _model.Compilation, cancellationToken) is { } typed ? Replace(call, typed) : null;

    private ScriptMove Replace(PlannedCall call, ScriptModel typed)
    {
        _taken.AddRange(call.Replaced);
        var code = new TypedCall(typed, call.Arguments, _model, cancellationToken).Print(call.Site, call.Database, call.Use);
        var comments = KeptComments.Of(call.Use.Node, call.Arguments.Select(argument => argument.Code).Append(call.Database.ToString()), code);
        return new ScriptMove(call.Site, call.Use.Node, comments.Code, [.. comments.Edits, .. call.Use.Edits]);
    }

    private bool IsTaken(PlannedCall call) => _taken.Exists(taken => call.Replaced.Any(taken.IntersectsWith));

    private ReplyUse Widened(ReplyUse use, string text)
    {
        var returns = project.Replies.Of(text, use.Returns);
        var isNullable = use.Returns.EndsWith("?", StringComparison.Ordinal) && use.Suffix.Length == 0;
        return use.As(returns, returns.EndsWith("?", StringComparison.Ordinal) && !isNullable ? " ?? 0" : "");
    }

    /// <summary>Before 3.2 the client lets a read-only call write. A script that does so must still work once it is moved.</summary>
    private static bool IsReadOnly(CallSite site, ScriptAnalysis script) =>
        site.IsReadOnly && (site.RefusesWrites || script.Findings.Any(finding => finding.Rule == Rule.CouldBeReadOnly));
}
