using System.Collections.Immutable;
using LuaGen.Generator.Hosting;
using LuaGen.Language;
using LuaGen.Language.Commands;
using LuaGen.Language.Model;
using LuaGen.Language.Projects;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LuaGen.Generator.Reporting;

/// <summary>
/// Reports the findings that do not prevent code generation. They come from an analyzer and not from the generator, so
/// that editors show them as you type and the usual warning configuration applies.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScriptAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        Descriptors.OfScripts.Where(descriptor => descriptor.DefaultSeverity != DiagnosticSeverity.Error).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(Analyze);
        context.RegisterCompilationAction(AnalyzeJsonTypes);
        context.RegisterCompilationAction(AnalyzeServers);
    }

    private static void Analyze(AdditionalFileAnalysisContext context) =>
        Report(
            context.AdditionalFile,
            context.Options,
            (file, script, project) => FragmentFindings
                .Of(file.FilePath, script.Findings, OfIncluders(file, ScriptIncludes.Of(context.Options, project, context.CancellationToken), context.CancellationToken))
                .Concat(VersionComparison.Run(script.Model, ModelsOf(context.Options, project, context.CancellationToken)))
                .Concat(IgnoredFiles.Run(script, file.FilePath, ModelsOf(context.Options, project, context.CancellationToken))),
            context.ReportDiagnostic,
            context.CancellationToken);

    private static IEnumerable<Finding> OfIncluders(ScriptFile file, ScriptIncludes includes, CancellationToken cancellationToken) =>
        includes.IncludersOf(file).SelectMany(includer => includer.Compile(cancellationToken).Findings);

    /// <summary>The scripts of the project. What they have been compiled to is kept beside their texts.</summary>
    private static IEnumerable<ScriptModel?> ModelsOf(AnalyzerOptions options, ProjectOptions project, CancellationToken cancellationToken) =>
        ScriptIncludes.FilesOf(options, project, cancellationToken).Select(file => file.Compile(cancellationToken).Model);

    private static void AnalyzeJsonTypes(CompilationAnalysisContext context)
    {
        foreach (var file in context.Options.AdditionalFiles)
        {
            Report(file, context.Options, (_, script, _) => JsonTypeCheck.Run(script, context.Compilation, context.CancellationToken), context.ReportDiagnostic, context.CancellationToken);
        }
    }

    /// <summary>The project's list of servers has no file and no line.</summary>
    private static void AnalyzeServers(CompilationAnalysisContext context)
    {
        if (context.Options.AdditionalFiles.Any(ScriptFile.IsScript)
            && ProjectOptions.From(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions).UnknownServers is { Count: > 0 } unknown)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.Of(Rule.UnknownServer), Location.None, string.Join("', '", unknown), ServerList.Known));
        }
    }

    private static void Report(
        AdditionalText additionalFile,
        AnalyzerOptions options,
        Func<ScriptFile, CompiledScript, ProjectOptions, IEnumerable<Finding>> find,
        Action<Diagnostic> report,
        CancellationToken cancellationToken)
    {
        if (!ScriptFile.IsScript(additionalFile) || additionalFile.GetText(cancellationToken) is not { } text)
        {
            return;
        }

        var provider = options.AnalyzerConfigOptionsProvider;
        var project = ProjectOptions.From(provider.GlobalOptions);
        var file = ScriptIncludes.Of(options, project, cancellationToken).Apply(ScriptFile.From(additionalFile, provider, project));
        var script = file.Compile(cancellationToken);
        var findings = find(file, script, project).Where(finding => finding.Rule.Severity != Severity.Error).ToList();
        if (findings.Count == 0)
        {
            return;
        }

        var reporter = new FindingReporter(additionalFile.Path, text.ToString(), project.InfoAsWarning);
        foreach (var finding in findings)
        {
            if (!reporter.IsSuppressed(finding, script))
            {
                report(reporter.ToDiagnostic(finding));
            }
        }
    }
}
