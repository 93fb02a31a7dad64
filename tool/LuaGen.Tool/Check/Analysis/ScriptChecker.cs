using LuaGen.Language;
using LuaGen.Language.Fixing;
using LuaGen.Language.Model;
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
        var scripts = new CompiledInput?[inputs.Count];
        var progress = new Progress(console, inputs.Count);
        Parallel.For(0, inputs.Count, new ParallelOptions { CancellationToken = cancellationToken }, i =>
        {
            scripts[i] = Compile(inputs[i], cancellationToken);
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
        var files = compiled.GroupBy(script => script.Input.Project).SelectMany(Report).OrderBy(file => file.Path, StringComparer.Ordinal);
        var changed = compiled.Select(script => script.Fixed).OfType<FixedFile>().OrderBy(file => file.Path, StringComparer.Ordinal);
        return new CheckResult([.. files], problems) { Fixed = [.. changed] };
    }

    /// <summary><see langword="null"/> if the file cannot be read.</summary>
    private CompiledInput? Compile(ScriptInput input, CancellationToken cancellationToken)
    {
        byte[] bytes;
        try
        {
            bytes = input.Bytes ?? File.ReadAllBytes(input.Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        var (text, isUtf8) = ScriptDecoder.Decode(bytes);
        var source = ProjectSource.Of(input.Path, text, isUtf8, input.Project);
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

    private IEnumerable<CheckedFile> Report(IGrouping<ScriptProject, CompiledInput> project)
    {
        var findings = new ProjectFindings(project.Key.Options, [.. project.SelectMany(script => script.Compiled.Models)]);
        foreach (var script in project.Where(script => script.Input.IsReported))
        {
            var lines = new LineMap(script.Text);
            yield return new CheckedFile(
                console.Display(script.Input.Path),
                script.Text,
                [.. findings.Of(script.Compiled, script.Path, lines)
                    .Select(finding => ToReported(finding, script.Text.Length, lines, findings))
                    .OrderBy(finding => finding.Start.Line).ThenBy(finding => finding.Start.Column)
                    .ThenBy(finding => finding.Rule.Number).ThenBy(finding => finding.Message, StringComparer.Ordinal)],
                script.Compiled.Model,
                script.IsForRedis)
            {
                Functions = script.Compiled.Functions,
            };
        }
    }

    private static ReportedFinding ToReported(Finding finding, int length, LineMap lines, ProjectFindings findings) => new(
        finding.Rule,
        findings.SeverityOf(finding.Rule),
        lines.GetPosition(Math.Min(finding.Span.Start, length)),
        lines.GetPosition(Math.Min(finding.Span.End, length)),
        finding.Message);

    private sealed record CompiledInput(ScriptInput Input, string Path, string Text, CompiledScript Compiled, bool IsForRedis)
    {
        public FixedFile? Fixed { get; init; }

        /// <summary>Why the file was not fixed.</summary>
        public string? Problem { get; init; }
    }
}
