using LuaGen.Generator.Emit;
using LuaGen.Generator.Hosting;
using LuaGen.Generator.Reporting;
using LuaGen.Language;
using LuaGen.Language.Model;
using LuaGen.Language.Projects;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator;

/// <summary>
/// The pipeline from a project's <c>.lua</c> files to its typed calls. The compilation is not an input: an edit of C#
/// re-runs nothing, and an edit of one script regenerates one class.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ScriptGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var project = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => ProjectOptions.From(options.GlobalOptions))
            .WithTrackingName(TrackingNames.Project);

        // The options of a file always arrive as changed, so they are converted to strings at once; otherwise nothing would be cached.
        var compiled = context.AdditionalTextsProvider
            .Where(ScriptFile.IsScript)
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Combine(project)
            .Select(static (pair, _) => ScriptFile.From(pair.Left.Left, pair.Left.Right, pair.Right))
            .WithTrackingName(TrackingNames.Files)
            .Select(static (file, cancellationToken) => (File: file, Script: file.Compile(cancellationToken)))
            .WithTrackingName(TrackingNames.Compile);

        var hasServices = context.MetadataReferencesProvider
            .Where(static reference => ProjectOptions.IsServiceAbstractions(reference))
            .Collect()
            .Select(static (references, _) => !references.IsEmpty);

        var hasInit = context.MetadataReferencesProvider
            .Where(InitAccessors.AreIn)
            .Collect()
            .Select(static (references, _) => !references.IsEmpty);

        var classes = compiled
            .Where(static result => result.Script.Model is not null)
            .Select(static (result, _) => result.Script.Model!)
            .WithTrackingName(TrackingNames.Models)
            .Collect()
            .Combine(project)
            .Combine(hasServices)
            .Select(static (pair, _) => ClassModelBuilder.Build(pair.Left.Left, pair.Left.Right.Visibility, hasServices: pair.Right));

        context.RegisterSourceOutput(
            classes.SelectMany(static (models, _) => models.Classes).WithTrackingName(TrackingNames.Classes).Combine(hasInit),
            static (context, pair) => context.AddSource(pair.Left.HintName, ClassEmitter.Emit(pair.Left, hasInit: pair.Right)));

        context.RegisterSourceOutput(
            classes.Select(static (models, _) => models.Classes.Select(model => model.Name).ToEquatableArray())
                .Combine(project)
                .WithTrackingName(TrackingNames.Index),
            static (context, pair) => ProjectEmitter.Emit(context.AddSource, pair.Left, pair.Right.RootNamespace, pair.Right.Visibility));

        context.RegisterSourceOutput(
            compiled.Where(static result => result.Script.HasErrors),
            static (context, result) => ReportErrors(context, result.File, result.Script));

        context.RegisterSourceOutput(
            classes.SelectMany(static (models, _) => models.Collisions),
            static (context, collision) => context.ReportDiagnostic(FindingReporter.ToDiagnostic(collision)));
    }

    private static void ReportErrors(SourceProductionContext context, ScriptFile file, CompiledScript script)
    {
        if (file.File.GetText(context.CancellationToken) is { } text)
        {
            var reporter = new FindingReporter(file.File.Path, text.ToString(), infoAsWarning: false);
            foreach (var finding in script.Findings.Where(finding => finding.IsError))
            {
                context.ReportDiagnostic(reporter.ToDiagnostic(finding));
            }
        }
    }
}
