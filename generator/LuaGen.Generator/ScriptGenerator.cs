using System.Collections.Immutable;
using LuaGen.Generator.Emit;
using LuaGen.Generator.Hosting;
using LuaGen.Generator.Reporting;
using LuaGen.Language;
using LuaGen.Language.Model;
using LuaGen.Language.Projects;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator;

/// <summary>
/// The pipeline from a project's <c>.lua</c> files to its typed calls. An edit of C# re-runs only the search for conflicting
/// names, and an edit of one script regenerates one class.
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

        var compiled = CompiledScripts(context, project);
        var emit = context.MetadataReferencesProvider
            .Select(static (reference, _) => ReferenceInspection.FeaturesOf(reference))
            .Where(static features => features != ReferenceFeatures.None)
            .Collect()
            .Combine(project)
            .Select(static (pair, _) => new EmitOptions(pair.Left.Aggregate(ReferenceFeatures.None, static (all, features) => all | features), pair.Right.SourceRoot));

        var models = compiled.SelectMany(static (result, _) => result.Script.Models).WithTrackingName(TrackingNames.Models);
        var built = models.Collect()
            .SelectMany(static (scripts, _) => ClassModelBuilder.ByClass(scripts))
            .Select(static (group, _) => ClassModelBuilder.Build(group))
            .WithTrackingName(TrackingNames.Built);
        var written = built.Collect()
            .Combine(models.Where(static model => model.Function is not null).Collect().Select(static (functions, _) => LibraryConflicts.Find(functions).ToEquatableArray()))
            .Combine(project)
            .Combine(emit)
            .Select(static (pair, _) => ClassModelBuilder.Assemble(pair.Left.Left.Left, pair.Left.Left.Right, pair.Left.Right.Visibility, pair.Right.Has(ReferenceFeatures.Services)));

        // The only step that reads the compilation. It looks up generated names, and no script is compiled or emitted again
        // while its result stays the same.
        var conflicts = built
            .Where(static built => built.Class.Scripts.Count > 0)
            .Select(static (built, _) => ClassOutline.Of(built.Class))
            .Collect()
            .Combine(emit)
            .Combine(project)
            .Combine(context.CompilationProvider)
            .Select(static (pair, cancellationToken) =>
            {
                var (((classes, features), options), compilation) = pair;
                return new ConflictFinder(classes, features.Has(ReferenceFeatures.Services), options, compilation).Find(cancellationToken);
            })
            .WithTrackingName(TrackingNames.Conflicts);

        var classes = written.Combine(conflicts)
            .SelectMany(static (pair, _) => pair.Right.Without(pair.Left.Classes))
            .WithTrackingName(TrackingNames.Classes);

        context.RegisterSourceOutput(classes.Combine(emit), static (context, pair) => context.AddSource(pair.Left.HintName, ClassEmitter.Emit(pair.Left, pair.Right)));

        RegisterProject(context, project, classes.Select(static (model, _) => IndexedClass.Of(model)).Collect(), conflicts, emit);
        RegisterErrors(context, compiled, written.Select(static (models, _) => models.Conflicts).Combine(conflicts));
    }

    private static IncrementalValuesProvider<(ScriptFile File, CompiledScript Script)> CompiledScripts(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<ProjectOptions> project)
    {
        // The options of a file always arrive as changed, so they are converted to strings at once; otherwise nothing would be cached.
        var files = context.AdditionalTextsProvider
            .Where(ScriptFile.IsScript)
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Combine(project)
            .Select(static (pair, _) => ScriptFile.From(pair.Left.Left, pair.Left.Right, pair.Right))
            .WithTrackingName(TrackingNames.Files);
        var includes = files
            .Where(static file => file.MayInclude(CancellationToken.None))
            .Collect()
            .Combine(files.Collect())
            .Select(static (pair, cancellationToken) => ScriptIncludes.Of(pair.Left, pair.Right, cancellationToken))
            .WithTrackingName(TrackingNames.Includes);
        return files
            .Combine(includes)
            .Select(static (pair, _) => pair.Right.Apply(pair.Left))
            .Select(static (file, cancellationToken) => (File: file, Script: file.Compile(cancellationToken)))
            .WithTrackingName(TrackingNames.Compile);
    }

    /// <summary>What is generated once for a project: the index of all scripts, and the usings.</summary>
    private static void RegisterProject(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<ProjectOptions> project,
        IncrementalValueProvider<ImmutableArray<IndexedClass>> classes,
        IncrementalValueProvider<ProjectConflicts> conflicts,
        IncrementalValueProvider<EmitOptions> emit)
    {
        var index = classes
            .Combine(project)
            .Select(static (pair, _) => ProjectModel.Of(pair.Left, pair.Right.RootNamespace, pair.Right.Visibility))
            .Combine(conflicts)
            .Select(static (pair, _) => pair.Left.Classes.Count > 0 && pair.Right.Allows(pair.Left.Name) ? pair.Left : null)
            .WithTrackingName(TrackingNames.Index);

        context.RegisterSourceOutput(index.Combine(emit), static (context, pair) =>
        {
            if (pair.Left is not null)
            {
                context.AddSource(ProjectEmitter.HintName, ProjectEmitter.Emit(pair.Left, pair.Right));
            }
        });

        var names = project.Combine(classes).Combine(conflicts).Combine(index).Combine(emit).SelectMany(static (pair, _) =>
        {
            var ((((options, all), found), generated), features) = pair;
            return options.HasImplicitUsings
                ? ImmutableArray.Create(ImportedNames.Of(all, generated, found.TakenNames, !found.HidesRuntime, features.Has(ReferenceFeatures.Services)))
                : ImmutableArray<ImportedNames>.Empty;
        });

        context.RegisterSourceOutput(names, static (context, imported) => context.AddSource(UsingsEmitter.HintName, UsingsEmitter.Emit(imported)));
    }

    private static void RegisterErrors(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<(ScriptFile File, CompiledScript Script)> compiled,
        IncrementalValueProvider<(ScriptConflicts Scripts, ProjectConflicts Project)> conflicts)
    {
        context.RegisterSourceOutput(
            compiled.Where(static result => result.Script.HasErrors),
            static (context, result) => Report(context, result.File, result.Script.Findings.Where(finding => finding.IsError && finding.FilePath is null)));

        // Many scripts may include a file, and its errors are reported once.
        context.RegisterSourceOutput(
            compiled.Where(static result => result.Script.HasErrors).Collect().SelectMany(static (results, _) => FragmentErrors.Of(results)),
            static (context, error) => Report(context, error.File, [error.Finding]));

        context.RegisterSourceOutput(
            compiled.Combine(conflicts).SelectMany(static (pair, _) =>
                pair.Right.Scripts.FindingsIn(pair.Left.File.FilePath)
                    .Concat(pair.Right.Project.FindingsIn(pair.Left.File.FilePath, pair.Left.Script.JsonTypes))
                    .Select(finding => (pair.Left.File, Finding: finding))),
            static (context, conflict) => Report(context, conflict.File, [conflict.Finding]));
    }

    private static void Report(SourceProductionContext context, ScriptFile file, IEnumerable<Finding> findings)
    {
        if (file.File.GetText(context.CancellationToken) is { } text)
        {
            var reporter = new FindingReporter(file.File.Path, text.ToString(), infoAsWarning: false);
            foreach (var finding in findings)
            {
                context.ReportDiagnostic(reporter.ToDiagnostic(finding));
            }
        }
    }
}
