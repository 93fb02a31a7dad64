using LuaGen.Language.Binding;
using LuaGen.Language.Checking;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Commands;
using LuaGen.Language.Header;
using LuaGen.Language.Inference;
using LuaGen.Language.Library;
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
        Guarded(source.Text, () => new FileAnalysis(source, options).Run(cancellationToken));

    /// <summary>The same without the checks; a benchmark uses it to measure their cost.</summary>
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
        var checkedScript = Check(script, header, parses, options with { InCluster = false }, findings, cancellationToken);
        var (remaining, suppressions) = SuppressionComments.Apply(tree, findings);
        return new ScriptAnalysis(script, header)
        {
            Types = checkedScript?.Types,
            KeyUses = checkedScript?.KeyUses ?? [],
            Findings = remaining,
            Suppressions = suppressions,
        };
    }

    /// <summary>Runs the checks. If the script does not parse, only the checks run that need nothing but its names.</summary>
    internal static CheckedScript? Check(BoundScript script, ScriptHeader header, bool parses, ScriptOptions options, FindingBag findings, CancellationToken cancellationToken)
    {
        ScriptChecks.RunUntyped(script, header, findings);
        if (!parses)
        {
            return null;
        }

        var types = TypeInference.Run(script, DeclaredParameters.Of(header), cancellationToken);
        var checkedScript = new CheckedScript(types, header, ScriptTraits.Of(script.Tree, header, options), KeyUses.Of(types), findings);
        ScriptChecks.Run(checkedScript);
        return checkedScript;
    }

    /// <summary>One analysis of a script file.</summary>
    private sealed class FileAnalysis(ScriptSource source, ScriptOptions options)
    {
        private readonly FindingBag _findings = new();

        public bool RunsChecks { get; init; } = true;

        public ScriptAnalysis Run(CancellationToken cancellationToken)
        {
            if (!source.IsUtf8)
            {
                _findings.NotUtf8(default);
            }

            var tree = LuaParser.Parse(source.Text, _findings, cancellationToken);
            var parses = !_findings.HasErrors;
            var header = HeaderParser.Parse(tree, _findings);
            var script = Binder.Bind(tree, cancellationToken);
            if (tree.Shebang?.LibraryName is not null)
            {
                return FunctionLibrary(script, header, tree.Shebang);
            }

            if (!header.DeclaresAnything && source.ClassName is null && !script.ConcernsRedis && !MentionsRedis())
            {
                return new ScriptAnalysis(script, header) { IsForRedis = false };
            }

            // A script that is composed of several files is incomplete by itself, so the checks that need the whole would be wrong.
            parses &= !IncludeComments.Report(tree, _findings);
            var completed = HeaderCompletion.Complete(header, script, _findings);
            var model = ScriptModelBuilder.Build(source, tree, completed, _findings, isInferred: !header.DeclaresAnything);
            var checkedScript = RunsChecks ? Check(script, header, parses, options, _findings, cancellationToken) : null;
            var (remaining, suppressions) = SuppressionComments.Apply(tree, _findings);
            return new ScriptAnalysis(script, header)
            {
                CompletedHeader = completed,
                Types = checkedScript?.Types,
                KeyUses = checkedScript?.KeyUses ?? [],
                Model = remaining.Any(finding => finding.Rule.Severity == Severity.Error) ? null : model,
                Findings = remaining,
                Suppressions = suppressions,
            };
        }

        private static ScriptAnalysis FunctionLibrary(BoundScript script, ScriptHeader header, Shebang shebang)
        {
            var findings = new FindingBag();
            findings.FunctionLibrary(shebang.Span);
            return new ScriptAnalysis(script, header) { Findings = findings.ToEquatableArray() };
        }

        /// <summary>Scans tokens, because the tree of a text that does not parse may lack the names that the binder looks for.</summary>
        private bool MentionsRedis() => _findings.Count > 0 &&
            (TokenScan.NamesAny(source.Text, LuaLibrary.RedisOnlyGlobals) || TokenScan.NamesMember(source.Text, LuaLibrary.ValkeyServer, LuaLibrary.ValkeyCalls));
    }
}
