using System.Collections.Immutable;
using LuaGen.Language;
using LuaGen.Language.Model;
using LuaGen.Language.Projects;
using LuaGen.Language.Rules;
using LuaGen.Tool.Check.Configuration;
using LuaGen.Tool.Check.Files;

namespace LuaGen.Tool.Check.Analysis;

/// <summary>Checks scripts, each by itself and then against the others of its project, as generator and analyzer do in a build.</summary>
internal sealed class ScriptChecker(ToolConsole console)
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

        var problems = inputs.Where((input, i) => scripts[i] is null && input.IsReported).Select(input => $"{console.Display(input.Path)}: cannot be read");
        var files = scripts.OfType<CompiledInput>().GroupBy(script => script.Input.Project).SelectMany(Report).OrderBy(file => file.Path, StringComparer.Ordinal);
        return new CheckResult([.. files], [.. problems]);
    }

    /// <summary><see langword="null"/> if the file cannot be read.</summary>
    private static CompiledInput? Compile(ScriptInput input, CancellationToken cancellationToken)
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

        var (project, item) = (input.Project, input.Project.Items?.GetValueOrDefault(input.Path));
        var (text, isUtf8) = ScriptDecoder.Decode(bytes);
        var path = ScriptPath.InProject(input.Path, item?.Link, project.Directory);
        var source = new ScriptSource(path, text, isUtf8, project.Options.RootNamespace, item?.ClassName);
        var analysis = ScriptCompiler.Analyze(source, project.Options.Scripts, cancellationToken);

        // The trees are large, and go here.
        return new CompiledInput(input, path, text, analysis.ToCompiled(), analysis.IsForRedis);
    }

    private IEnumerable<CheckedFile> Report(IGrouping<ScriptProject, CompiledInput> project)
    {
        var options = project.Key.Options;
        var models = project.Select(script => script.Compiled.Model).OfType<ScriptModel>().ToImmutableArray();
        var collisions = ClassModelBuilder.Build(models, options.Visibility, hasServices: false).Collisions.ToLookup(collision => collision.FilePath);
        foreach (var script in project.Where(script => script.Input.IsReported))
        {
            var compiled = script.Compiled;
            var lines = new LineMap(script.Text);
            var findings = compiled.Findings
                .Concat(VersionComparison.Run(compiled.Model, models))
                .Concat(IgnoredFiles.Run(compiled, script.Path, models))
                .Where(finding => finding.Rule.Severity == Severity.Error || !compiled.Suppresses(finding, lines));
            if (compiled.Model is not null)
            {
                findings = findings.Concat(collisions[script.Path].Select(collision => collision.ToFinding()));
            }

            yield return new CheckedFile(
                console.Display(script.Input.Path),
                script.Text,
                [.. findings
                    .Select(finding => ToReported(finding, script.Text.Length, lines, options))
                    .OrderBy(finding => finding.Start.Line).ThenBy(finding => finding.Start.Column)
                    .ThenBy(finding => finding.Rule.Number).ThenBy(finding => finding.Message, StringComparer.Ordinal)],
                compiled.Model,
                script.IsForRedis);
        }
    }

    private static ReportedFinding ToReported(Finding finding, int length, LineMap lines, ProjectOptions options) => new(
        finding.Rule,
        options.InfoAsWarning && finding.Rule.Severity == Severity.Info ? Severity.Warning : finding.Rule.Severity,
        lines.GetPosition(Math.Min(finding.Span.Start, length)),
        lines.GetPosition(Math.Min(finding.Span.End, length)),
        finding.Message);

    private sealed record CompiledInput(ScriptInput Input, string Path, string Text, CompiledScript Compiled, bool IsForRedis);
}
