using LuaGen.Language.Binding;
using LuaGen.Language.Checking;
using LuaGen.Language.Checking.Sandbox;
using LuaGen.Language.Commands;
using LuaGen.Language.Completion;
using LuaGen.Language.Header;
using LuaGen.Language.Header.Loose;
using LuaGen.Language.Includes;
using LuaGen.Language.Libraries;
using LuaGen.Language.Model;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language;

/// <summary>The analysis of a function library: every function runs through the stages of a script.</summary>
internal sealed class LibraryAnalysis(SyntaxTree tree, ScriptSource source, ScriptOptions options, FindingBag findings)
{
    /// <summary>Functions share code, which is reported once.</summary>
    private readonly HashSet<(Rule Rule, SourceSpan Span)> _reported = [];

    /// <summary>What the comment at the top of the file declares for all functions.</summary>
    private IReadOnlyList<OptionDeclaration> _common = [];

    private bool _isWhole;

    /// <summary>Where loading fails; what a function would see there is not worth a second finding.</summary>
    private List<SourceSpan> _refused = [];

    public bool RunsChecks { get; init; } = true;

    /// <summary>Where the text comes from, if the library includes files.</summary>
    public ComposedScript? Composed { get; init; }

    public ScriptAnalysis Run(bool parses, CancellationToken cancellationToken)
    {
        var library = Binder.Bind(tree, cancellationToken);
        var functions = new List<ScriptAnalysis>();
        if (Composed is null)
        {
            IncludeDirectives.ReportMalformed(tree, findings);
        }

        // A text that does not parse, or that lacks an included file, may lack functions: what it has is only shown.
        _isWhole = parses && Composed is not { IsIncomplete: true };
        if (_isWhole)
        {
            if (!LibraryNames.IsValid(tree.Shebang!.LibraryName!))
            {
                findings.BadLibraryName(tree.Shebang.Span);
            }

            LoadingCode.Check(library, TypeInference.Run(library, DeclaredParameters.Of(ScriptHeader.Empty), cancellationToken), options.Servers, findings);
            LibraryTables.Check(library, findings);
            _refused = [.. findings.ToEquatableArray().Select(finding => finding.Span)];
        }

        _common = [.. HeaderParser.Parse(tree, new FindingBag()).Options.Where(option => option.Name is "class" or "since")];
        var registrations = FunctionRegistrations.Find(library, _isWhole ? findings : new FindingBag());
        foreach (var function in registrations.Functions)
        {
            functions.Add(Analyze(library, registrations, function, cancellationToken));
        }

        var (remaining, suppressions) = ComposedFindings.Apply(tree, Composed, findings);
        return new ScriptAnalysis(library, ScriptHeader.Empty)
        {
            Composed = Composed,
            Functions = functions,
            Tables = (null, null),
            Findings = remaining,
            TreeFindings = remaining,
            Suppressions = suppressions,
        };
    }

    private ScriptAnalysis Analyze(BoundScript library, LibraryRegistrations registrations, FunctionRegistration function, CancellationToken cancellationToken)
    {
        var found = new FindingBag();
        var headerStart = FunctionComment.StartOf(tree, function, place => Declares(FunctionScript.HeaderOf(tree, function, place)));
        var body = FunctionScript.Of(library, registrations, function, headerStart);
        var script = Binder.Bind(body?.Tree ?? FunctionScript.HeaderOf(tree, function, headerStart), cancellationToken);
        var header = Read(script.Tree, found);
        if (!function.Flags.Contains("no-writes") && header.Options.FirstOrDefault(option => option.Name == "readonly") is { } option)
        {
            found.ReadOnlyWithoutFlag(option.Span, function.Name);
        }

        header = header with { Options = [.. _common, .. header.Options] };
        TypedScript? types = null;
        TypedScript Types() => types ??= body is null || !_isWhole ? TypedScript.Unknown(script) : TypeInference.Run(script, DeclaredParameters.Of(header), cancellationToken);
        var completed = HeaderCompletion.Complete(header, script, Types, found);
        var model = ScriptModelBuilder.BuildFunction(source, script.Tree, completed, found, ModelOf(function));
        var declared = ScriptCompiler.Declared(header, completed);
        var checkedScript = body is not null && _isWhole && RunsChecks ? ScriptCompiler.Check(script, declared, Types, options, found, Composed) : null;
        if (Composed is not null && model is not null)
        {
            model = model with { SourceLines = Composed.LineRuns() };
        }

        foreach (var finding in _isWhole ? found.ToEquatableArray() : [])
        {
            if (finding.Rule != Rule.CouldBeReadOnly)
            {
                Report(finding, function);
            }
            else if (body is { SharesState: false } && function.HasKnownFlags)
            {
                ReportReadOnly(function);
            }
        }

        return new ScriptAnalysis(script, header)
        {
            CompletedHeader = completed,
            Regions = RegionsOf(function, headerStart),
            HeaderPlaces = [.. FunctionComment.StartsOf(tree, function)],
            Tables = function.Body.Parameters switch
            {
                [var keys, var arguments, ..] => (keys.Name, arguments.Name),
                [var keys] => (keys.Name, null),
                _ => (null, null),
            },
            Types = checkedScript?.Types,
            KeyUses = checkedScript?.KeyUses ?? [],
            JsonFields = checkedScript is null ? [] : JsonFieldReads.In(checkedScript).ToEquatableArray(),
            Model = !_isWhole ? null : model is { Documentation.Summary.Length: 0 } ? model with { Documentation = model.Documentation with { Summary = function.Description } } : model,
        };
    }

    /// <summary>The header, up to what is below it, then the callback and its registration.</summary>
    private SourceSpan[] RegionsOf(FunctionRegistration function, int headerStart)
    {
        var code = (function.Definition is { } definition ? new[] { definition, function.Statement } : [function.Statement]).Select(RegionOf).ToArray();
        var below = code.Select(span => span.Start).Where(start => start >= headerStart).DefaultIfEmpty(headerStart).Min();
        return [SourceSpan.FromBounds(headerStart, below), .. code];
    }

    /// <summary>A statement; while the text ends in it, up to the end of the text, where it is written.</summary>
    private SourceSpan RegionOf(Statement statement) =>
        !_isWhole && string.IsNullOrWhiteSpace(tree.Text.Substring(statement.Span.End)) ? SourceSpan.FromBounds(statement.Span.Start, tree.Text.Length) : statement.Span;

    private FunctionModel ModelOf(FunctionRegistration function) =>
        new(new LibraryModel(tree.Shebang!.LibraryName!, tree.Shebang.Span), function.Name, Composed?.ToOwnFile(function.NameSpan) ?? function.NameSpan);

    private static ScriptHeader Read(SyntaxTree script, FindingBag findings) => LooseReader.Read(HeaderParser.Parse(script, findings), script, findings);

    private static bool Declares(SyntaxTree script)
    {
        var header = Read(script, new FindingBag());
        return header.DeclaresAnything || header.Loose.Any(loose => loose.IsExact);
    }

    private void Report(Finding finding, FunctionRegistration function)
    {
        if (finding.Rule == Rule.NoHeader)
        {
            finding = new Finding(Rule.NoHeader, function.NameSpan, [$"function '{function.Name}'"]);
        }

        if (!_refused.Contains(finding.Span) && _reported.Add((finding.Rule, finding.Span)))
        {
            findings.Add(finding);
        }
    }

    /// <summary>The server goes by the flag of the registration instead of @readonly.</summary>
    private void ReportReadOnly(FunctionRegistration function) =>
        findings.Add(Rule.CouldBeReadOnly, function.NameSpan, $"Function '{function.Name}'", function.Flags.Count == 0 ? "register it with `flags = {'no-writes'}`" : "add 'no-writes' to its flags");
}
