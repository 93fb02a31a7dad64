using System.Collections.Immutable;
using LuaGen.Generator.Findings;
using LuaGen.Generator.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LuaGen.Generator.Reporting;

/// <summary>
/// Reports what does not stop a script's code from being emitted. An analyzer, and not the generator, so that editors
/// show it live and the user's switches for warnings hold.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScriptAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        Rules.All.Where(descriptor => descriptor.DefaultSeverity != DiagnosticSeverity.Error).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(Analyze);
    }

    private static void Analyze(AdditionalFileAnalysisContext context)
    {
        if (!ScriptFile.IsScript(context.AdditionalFile) || context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
        {
            return;
        }

        var options = context.Options.AnalyzerConfigOptionsProvider;
        var project = ProjectOptions.From(options.GlobalOptions);
        var file = ScriptFile.From(context.AdditionalFile, options, project);
        var script = file.Compile(context.CancellationToken);
        var reporter = new FindingReporter(file.File.Path, text.ToString(), project.InfoAsWarning);
        foreach (var finding in script.Findings.Concat(VersionCheck.Run(script, context.Options, project, context.CancellationToken)))
        {
            if (finding.Rule.Severity() != Severity.Error)
            {
                context.ReportDiagnostic(reporter.ToDiagnostic(finding));
            }
        }
    }
}
