using LuaGen.Language;
using LuaGen.Language.Fixing;
using LuaGen.Language.Includes;
using LuaGen.Language.Model;
using LuaGen.Language.Projects;
using LuaGen.Language.Rules;
using LuaGen.Tool.Check.Configuration;
using LuaGen.Tool.Check.Files;
using LuaGen.Tool.Check.Fixing;

namespace LuaGen.Tool.Check.Analysis;

/// <summary>Checks scripts, each by itself and then against the others of its project, as generator and analyzer do in a build.</summary>
internal sealed class ScriptChecker(ToolConsole console, FixMode mode, bool rewritesLuaScripts)
{
    public CheckResult Run(IReadOnlyList<ScriptInput> inputs, CancellationToken cancellationToken)
    {
        var read = new ReadScript?[inputs.Count];
        Parallel.For(0, inputs.Count, new ParallelOptions { CancellationToken = cancellationToken }, i => read[i] = ReadScript.From(inputs[i]));
        var includes = new IncludedScripts(read.OfType<ReadScript>());
        var scripts = new CompiledInput?[inputs.Count];
        var progress = new Progress(console, inputs.Count);
        Parallel.For(0, inputs.Count, new ParallelOptions { CancellationToken = cancellationToken }, i =>
        {
            scripts[i] = read[i] is { } script ? Compile(script, includes, cancellationToken) : null;
            progress.Step();
        });
        progress.Clear();

        var problems = new List<string>();
        foreach (var (input, script) in inputs.Zip(scripts).Where(pair => pair.First.IsReported))
        {
            if ((script is null ? "cannot be read" : script.Problem) is { } problem)
            {
                problems.Add($"{console.Display(input.Path)}: {problem}");
            }
        }

        var compiled = scripts.OfType<CompiledInput>().ToList();
        var files = compiled.GroupBy(script => script.Input.Project).SelectMany(project => Report(project, includes)).OrderBy(file => file.Path, StringComparer.Ordinal);
        var changed = compiled.Select(script => script.Fixed).OfType<FixedFile>().OrderBy(file => file.Path, StringComparer.Ordinal);
        return new CheckResult([.. files], problems) { Fixed = [.. changed] };
    }

    private CompiledInput Compile(ReadScript script, IncludedScripts includes, CancellationToken cancellationToken)
    {
        var (input, bytes, text, isUtf8) = script;
        var source = includes.SourceOf(script);
        var analysis = ScriptCompiler.Analyze(source, input.Project.Options.Scripts, cancellationToken);

        // The trees are large, and go here.
        return mode != FixMode.None && input.IsReported && isUtf8
            ? Fix(input, bytes, source, analysis, cancellationToken)
            : new CompiledInput(input, source.FilePath, text, analysis.ToCompiled(), analysis.IsForRedis);
    }

    private CompiledInput Fix(ScriptInput input, byte[] bytes, ScriptSource source, ScriptAnalysis analysis, CancellationToken cancellationToken)
    {
        var after = new ScriptFixer(source, input.Project.Options.Scripts) { RewritesLuaScripts = rewritesLuaScripts }.FixAll(analysis, cancellationToken);
        var file = after == analysis ? null : new FixedFile(console.Display(input.Path), source.Text, after.Text);
        if (file is not null && mode == FixMode.Write && ScriptWriter.TryWrite(input.Path, bytes, file.After) is { } problem)
        {
            return new CompiledInput(input, source.FilePath, source.Text, analysis.ToCompiled(), analysis.IsForRedis) { Problem = problem };
        }

        return new CompiledInput(input, source.FilePath, after.Text, after.ToCompiled(), after.IsForRedis) { Fixed = file };
    }

    private IEnumerable<CheckedFile> Report(IGrouping<ScriptProject, CompiledInput> project, IncludedScripts includes)
    {
        var findings = new ProjectFindings(project.Key.Options, [.. project.SelectMany(script => script.Compiled.Models)]);
        var inFragments = FindingsInFragments(project, includes);
        foreach (var script in project.Where(script => script.Input.IsReported))
        {
            var lines = new LineMap(script.Text);
            var all = FragmentFindings.Of(script.Path, findings.Of(script.Compiled, script.Path, lines), inFragments[script.Input.Path].Select(pair => pair.Finding with { FilePath = script.Path }));
            yield return new CheckedFile(console.Display(script.Input.Path), script.Text, ToReported(all, script.Text, project.Key.Options.InfoAsWarning), script.Compiled.Model, script.IsForRedis)
            {
                Functions = script.Compiled.Functions,
                IsFragment = script.Compiled.IsFragment,
                Includes = [.. includes.IncludedBy(script.Input.Path).Select(console.Display)],
                Includers = [.. includes.IncludersOf(script.Input.Path).Select(console.Display)],
            };
        }

        // Files that only the scripts name.
        var checkedPaths = project.Where(script => script.Input.IsReported).Select(script => script.Input.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var fragment in inFragments.Where(fragment => !checkedPaths.Contains(fragment.Key)))
        {
            var file = fragment.First().File;
            var all = FragmentFindings.Of(file.Path, [], fragment.Where(pair => pair.IsReported).Select(pair => pair.Finding with { FilePath = file.Path }));
            if (ToReported(all, file.Text, project.Key.Options.InfoAsWarning) is { Count: > 0 } reported)
            {
                yield return new CheckedFile(console.Display(fragment.Key), file.Text, reported, Model: null, IsForRedis: false)
                {
                    IsFragment = true,
                    Includers = [.. includes.IncludersOf(fragment.Key).Select(console.Display)],
                };
            }
        }
    }

    /// <summary>What scripts report in the files that they include, by the full paths of these.</summary>
    private static ILookup<string, (SourceFile File, Finding Finding, bool IsReported)> FindingsInFragments(IEnumerable<CompiledInput> project, IncludedScripts includes) =>
        project
            .SelectMany(script => script.Compiled.Findings
                .Where(finding => finding.FilePath is not null)
                .Select(finding => (Place: includes.FileOf(script.Input, finding.FilePath!), finding, script.Input.IsReported)))
            .ToLookup(found => found.Place.FullPath, found => (found.Place.File, found.finding, found.IsReported), StringComparer.Ordinal);

    private static IReadOnlyList<ReportedFinding> ToReported(IEnumerable<Finding> all, string text, bool infoAsWarning)
    {
        var lines = new LineMap(text);
        return
        [
            .. all.Select(finding => new ReportedFinding(
                    finding.Rule,
                    finding.Rule.SeverityIn(infoAsWarning),
                    lines.GetPosition(Math.Min(finding.Span.Start, text.Length)),
                    lines.GetPosition(Math.Min(finding.Span.End, text.Length)),
                    finding.Message))
                .OrderBy(finding => finding.Start.Line).ThenBy(finding => finding.Start.Column)
                .ThenBy(finding => finding.Rule.Number).ThenBy(finding => finding.Message, StringComparer.Ordinal),
        ];
    }

    private sealed record CompiledInput(ScriptInput Input, string Path, string Text, CompiledScript Compiled, bool IsForRedis)
    {
        public FixedFile? Fixed { get; init; }

        /// <summary>Why the file was not fixed.</summary>
        public string? Problem { get; init; }
    }
}
