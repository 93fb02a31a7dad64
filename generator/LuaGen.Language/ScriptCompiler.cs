using LuaGen.Language.Binding;
using LuaGen.Language.Checking;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Checking.Sandbox;
using LuaGen.Language.Commands;
using LuaGen.Language.Completion;
using LuaGen.Language.Header;
using LuaGen.Language.Header.Loose;
using LuaGen.Language.Includes;
using LuaGen.Language.Inference;
using LuaGen.Language.Library;
using LuaGen.Language.LuaScripts;
using LuaGen.Language.Model;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language;

/// <summary>Runs all stages over a script: parsing, header, binding, type inference, checks, model.</summary>
internal static class ScriptCompiler
{
    /// <summary>Analyses a script file. Throws nothing but <see cref="OperationCanceledException"/>: an internal failure is a finding.</summary>
    public static ScriptAnalysis Analyze(ScriptSource source, ScriptOptions options, CancellationToken cancellationToken) =>
        Guarded(source.Text, () => LuaScriptFile.Of(source.Text, cancellationToken) is { } luaScript
            ? new FileAnalysis(source with { Text = luaScript.Text }, options) { LuaScript = luaScript }.Run(cancellationToken)
            : IncludeDirectives.MayBeIn(source.Text) || source.IsPart || SourceFile.MayBeFragment(source.Text)
                ? AnalyzeFile(SourceFile.Of(source.FilePath, source.Text, source.IsUtf8, cancellationToken), source, options, cancellationToken)
                : new FileAnalysis(source, options).Run(cancellationToken));

    /// <summary>Analyses a file that includes others, or is included by others.</summary>
    private static ScriptAnalysis AnalyzeFile(SourceFile file, ScriptSource source, ScriptOptions options, CancellationToken cancellationToken)
    {
        if (file.IsFragment || (source.IsPart && !file.DeclaresScript))
        {
            // The scripts that include it report what is wrong with it; of a file that none includes, only the syntax is known to be wrong.
            var faults = source.IsIncluded ? [] : file.Faults;
            return new ScriptAnalysis(Binder.Bind(file.Tree, cancellationToken), ScriptHeader.Empty) { IsForRedis = false, IsFragment = true, Findings = faults, TreeFindings = faults };
        }

        return file.Directives.Count > 0 && file.Parses && ScriptComposer.Compose(file, source.Files, cancellationToken) is var composed
            ? new FileAnalysis(source with { Text = composed.Text }, options) { Composed = composed }.Run(cancellationToken)
            : new FileAnalysis(source, options).Run(cancellationToken);
    }

    /// <summary>Analyses the own text of a script that includes files, or of an included one, as an editor shows it. The findings are not those of the script.</summary>
    public static ScriptAnalysis AnalyzeAlone(ScriptSource source, ScriptOptions options, CancellationToken cancellationToken) =>
        Guarded(source.Text, () => new FileAnalysis(source, options).Run(cancellationToken));

    /// <summary>
    /// Analyses a file with those that it includes, as an editor shows what is visible in it: also while its text does not parse, and also a file that
    /// others include. The findings are not those of the script.
    /// </summary>
    public static ScriptAnalysis AnalyzeWhole(ScriptSource source, ScriptOptions options, CancellationToken cancellationToken) => Guarded(source.Text, () =>
    {
        var composed = ScriptComposer.Compose(SourceFile.Of(source.FilePath, source.Text, source.IsUtf8, cancellationToken), source.Files, cancellationToken);
        return new FileAnalysis(source with { Text = composed.Text }, options) { Composed = composed }.Run(cancellationToken);
    });

    /// <summary>Analyses a script without the checks; a benchmark uses it to measure their cost.</summary>
    internal static ScriptAnalysis AnalyzeUnchecked(ScriptSource source, ScriptOptions options, CancellationToken cancellationToken) =>
        Guarded(source.Text, () => new FileAnalysis(source, options) { RunsChecks = false }.Run(cancellationToken));

    /// <summary>
    /// Analyses a script that C# sends as a string. Its callers pass keys and arguments by position, so header comments
    /// declare nothing except <c>@since</c>.
    /// </summary>
    /// <param name="text">The script.</param>
    /// <param name="readOnlyBy">The part of the call that makes the server refuse writes, or <see langword="null"/>.</param>
    /// <param name="options">The servers that the script runs on.</param>
    /// <param name="cancellationToken">Cancels the analysis.</param>
    public static ScriptAnalysis AnalyzeString(string text, string? readOnlyBy, ScriptOptions options, CancellationToken cancellationToken) =>
        Guarded(text, () => RunString(text, readOnlyBy, options, cancellationToken));

    /// <summary>Turns an exception into a finding: one that escaped into the host would cost all other scripts their generated code.</summary>
    internal static ScriptAnalysis Guarded(string text, Func<ScriptAnalysis> analyze)
    {
        try
        {
            return analyze();
        }
#pragma warning disable CA1031 // Any exception is a defect of LuaGen and is reported as one, with the request to file an issue.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return ScriptAnalysis.Failed(text, $"{exception.GetType().Name}: {exception.Message}");
        }
    }

    private static ScriptAnalysis RunString(string text, string? readOnlyBy, ScriptOptions options, CancellationToken cancellationToken)
    {
        var findings = new FindingBag();
        var tree = LuaParser.Parse(text, findings, cancellationToken);
        if (tree.Shebang is { LibraryName: { } library } shebang)
        {
            findings.BadShebang(shebang.Span, $"Unknown lua shebang option: name={library}", "remove it, or load the text with `FUNCTION LOAD`");
        }

        var parses = !findings.HasErrors;
        var header = HeaderParser.Parse(tree, new FindingBag()).ForString(readOnlyBy);
        var script = Binder.Bind(tree, cancellationToken);
        var checkedScript = Check(script, header, parses, options, findings, cancellationToken);
        var (remaining, suppressions) = SuppressionComments.Apply(tree, findings);
        return new ScriptAnalysis(script, header)
        {
            Types = checkedScript?.Types,
            KeyUses = checkedScript?.KeyUses ?? [],
            Findings = remaining,
            Suppressions = suppressions,
        };
    }

    /// <summary>The header that the checks compare with the code. Names that only the code confirms, such as those of a list, leave their table to the code.</summary>
    internal static ScriptHeader Declared(ScriptHeader header, ScriptHeader completed) => header with
    {
        LeavesKeysOpen = completed.LeavesKeysOpen || (header.Keys.Count == 0 && completed.Keys.Count > 0),
        LeavesArgumentsOpen = completed.LeavesArgumentsOpen || (header.Arguments.Count == 0 && completed.Arguments.Count > 0),
    };

    /// <summary>Runs the checks. If the script does not parse, only the checks run that need nothing but its names.</summary>
    internal static CheckedScript? Check(BoundScript script, ScriptHeader header, bool parses, ScriptOptions options, FindingBag findings, CancellationToken cancellationToken)
    {
        TypedScript Types() => TypeInference.Run(script, DeclaredParameters.Of(header), cancellationToken);
        return Check(script, header, parses ? Types : null, options, findings);
    }

    /// <summary>The same with types that are known already.</summary>
    /// <param name="types">The types of the script; <see langword="null"/> if it does not parse, so that only the checks run that need nothing but its names.</param>
    /// <param name="composed">The files that the script comes from, if it includes any.</param>
    internal static CheckedScript? Check(BoundScript script, ScriptHeader header, Func<TypedScript>? types, ScriptOptions options, FindingBag findings, ComposedScript? composed = null)
    {
        ScriptChecks.RunUntyped(script, header, findings);
        if (types is null)
        {
            return null;
        }

        var typed = types();
        var checkedScript = new CheckedScript(typed, header, ScriptTraits.Of(script.Tree, header, options), KeyUses.Of(typed), findings) { Composed = composed };
        ScriptChecks.Run(checkedScript);
        return checkedScript;
    }

    /// <summary>One analysis of a script file.</summary>
    private sealed class FileAnalysis(ScriptSource source, ScriptOptions options)
    {
        private readonly FindingBag _findings = new();

        public bool RunsChecks { get; init; } = true;

        /// <summary>Where the text comes from, if the script includes files.</summary>
        public ComposedScript? Composed { get; init; }

        /// <summary>Where the text comes from, if the file is in the form of <c>LuaScript</c>.</summary>
        public LuaScriptFile? LuaScript { get; init; }

        public ScriptAnalysis Run(CancellationToken cancellationToken)
        {
            if (!source.IsUtf8)
            {
                _findings.NotUtf8(default);
            }

            var tree = LuaParser.Parse(source.Text, _findings, cancellationToken);
            var parses = !_findings.HasErrors;
            if (tree.Shebang?.LibraryName is not null)
            {
                return new LibraryAnalysis(tree, source, options, _findings) { RunsChecks = RunsChecks, Composed = Composed }.Run(parses, cancellationToken);
            }

            var header = LooseReader.Read(HeaderParser.Parse(tree, _findings), tree, _findings);
            if (LuaScript is not null)
            {
                header = LuaScript.AddTo(header);
                LuaScript.Report(_findings);
                foreach (var directive in IncludeDirectives.In(tree))
                {
                    _findings.Add(Rule.UnresolvedInclude, directive.Span, directive.Path, "the script names its parameters with `@`", "write `KEYS[1]` and `ARGV[1]` in their places");
                }
            }

            if (Composed is null)
            {
                IncludeDirectives.ReportMalformed(tree, _findings);
            }

            var script = Binder.Bind(tree, cancellationToken);
            if (!header.DeclaresAnything && source.ClassName is null && !script.ConcernsRedis && !MentionsRedis())
            {
                return NotForRedis(script, header);
            }

            // A script that lacks an included file is incomplete, so the checks that need the whole would be wrong.
            parses &= Composed is null ? LuaScript is null || IncludeDirectives.In(tree).Count == 0 : !Composed.IsIncomplete;
            TypedScript? types = null;
            TypedScript Types() => types ??= parses ? TypeInference.Run(script, DeclaredParameters.Of(header), cancellationToken) : TypedScript.Unknown(script);
            var completed = HeaderCompletion.Complete(header, script, Types, _findings);
            var model = ScriptModelBuilder.Build(source, tree, completed, _findings, isInferred: !completed.DeclaresAnything);
            var checkedScript = RunsChecks ? Check(script, Declared(header, completed), parses ? Types : null, options, _findings, Composed) : null;
            var (remaining, suppressions) = ComposedFindings.Apply(tree, Composed, _findings);
            return new ScriptAnalysis(script, header)
            {
                LuaScript = LuaScript,
                Composed = Composed,
                CompletedHeader = completed,
                Types = checkedScript?.Types,
                KeyUses = checkedScript?.KeyUses ?? [],
                JsonFields = checkedScript is null ? [] : JsonFieldReads.In(checkedScript).Select(read => read with { Span = LuaScript?.ToSource(read.Span) ?? read.Span }).ToEquatableArray(),
                Model = remaining.Any(finding => finding.IsError) ? null : Composed is null || model is null ? model : model with { SourceLines = Composed.LineRuns() },
                Findings = LuaScript is null ? remaining : remaining.Select(LuaScript.InFile).ToEquatableArray(),
                TreeFindings = remaining,
                Suppressions = suppressions,
            };
        }

        /// <summary>A file that is ignored, except for what is wrong with its includes.</summary>
        private ScriptAnalysis NotForRedis(BoundScript script, ScriptHeader header)
        {
            var (findings, suppressions) = ComposedFindings.Apply(script.Tree, Composed, new FindingBag());
            findings = Composed is { IsIncomplete: true } ? findings.Where(finding => finding.IsError).ToEquatableArray() : [];
            return new ScriptAnalysis(script, header)
            {
                LuaScript = LuaScript,
                Composed = Composed,
                IsForRedis = false,
                IsFragment = findings.Count > 0,
                Findings = findings,
                TreeFindings = findings,
                Suppressions = suppressions,
            };
        }

        /// <summary>Scans tokens, because the tree of a text that does not parse may lack the names that the binder looks for.</summary>
        private bool MentionsRedis() => _findings.Count > 0 &&
            (TokenScan.NamesAny(source.Text, LuaLibrary.RedisOnlyGlobals) || TokenScan.NamesMember(source.Text, LuaLibrary.ValkeyServer, LuaLibrary.ValkeyCalls));
    }
}
