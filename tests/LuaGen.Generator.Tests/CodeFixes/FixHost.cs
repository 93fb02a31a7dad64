using System.Collections.Immutable;
using LuaGen.Generator.CallSites;
using LuaGen.Generator.Reporting;
using LuaGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.Tests.CodeFixes;

/// <summary>Builds a project as an editor does, reads its diagnostics and applies fixes to it.</summary>
internal static class FixHost
{
    private const string Root = "/project/";

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading.Tasks;
        """;

    public static Project Project(IEnumerable<string> sources, IEnumerable<(string Path, string Text)> scripts, string rootNamespace = "Shop", NullableContextOptions nullable = NullableContextOptions.Enable, Workspace? workspace = null)
    {
        var compilation = GeneratorHost.Compilation(nullable: nullable);
        var id = ProjectId.CreateNewId();
        var solution = (workspace ?? new AdhocWorkspace()).CurrentSolution
            .AddProject(ProjectInfo.Create(
                id,
                VersionStamp.Default,
                "Shop",
                "Shop",
                LanguageNames.CSharp,
                Root + "Shop.csproj",
                compilationOptions: compilation.Options,
                parseOptions: CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp13),
                metadataReferences: compilation.References,
                analyzerReferences: [new GeneratorReference()]))
            .AddDocument(DocumentId.CreateNewId(id), "Usings.cs", Usings, filePath: Root + "Usings.cs")
            .AddAnalyzerConfigDocument(
                DocumentId.CreateNewId(id),
                ".globalconfig",
                SourceText.From($"is_global = true\nbuild_property.RootNamespace = {rootNamespace}\nbuild_property.ProjectDir = {Root}\n"),
                filePath: Root + ".globalconfig");
        foreach (var (source, index) in sources.Select((source, index) => (source, index)))
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(id), $"File{index}.cs", source, filePath: $"{Root}File{index}.cs");
        }

        foreach (var (path, text) in scripts)
        {
            var parts = path.Split('/');
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id), parts[^1], text, parts[..^1], Root + path);
        }

        return solution.GetProject(id)!;
    }

    /// <summary>Returns the sources of a project in order, without its global usings.</summary>
    public static async Task<string[]> SourcesAsync(Project project) =>
        await Task.WhenAll(project.Documents.Where(document => document.Name != "Usings.cs").Select(TextOf));

    /// <summary>Returns the scripts of a project by their paths in it.</summary>
    public static async Task<SortedDictionary<string, string>> ScriptsAsync(Project project)
    {
        var scripts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in project.AdditionalDocuments)
        {
            Assert.Equal(document.FilePath, Root + string.Join('/', document.Folders.Append(document.Name)));
            scripts.Add(document.FilePath![Root.Length..], await TextOf(document));
        }

        return scripts;
    }

    /// <summary>Returns the diagnostics of one rule in source order.</summary>
    public static async Task<Diagnostic[]> DiagnosticsAsync(Project project, string id)
    {
        var compilation = (await project.GetCompilationAsync())!;
        var diagnostics = await compilation
            .WithAnalyzers([new CallSiteAnalyzer(), new ScriptAnalyzer()], project.AnalyzerOptions)
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        return [.. diagnostics.Where(diagnostic => diagnostic.Id == id).OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>Returns the project after the fix, or <see langword="null"/> if no fix is offered.</summary>
    public static async Task<Project?> FixAsync(Project project, CodeFixProvider provider, Diagnostic diagnostic)
    {
        Assert.Contains(diagnostic.Id, provider.FixableDiagnosticIds);
        var actions = new List<CodeAction>();
        TextDocument document = diagnostic.Location.SourceTree is { } tree
            ? project.GetDocument(tree)!
            : project.AdditionalDocuments.Single(candidate => candidate.FilePath == diagnostic.Location.GetLineSpan().Path);
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions.Count == 0 ? null : await ApplyAsync(project, Assert.Single(actions));
    }

    /// <summary>Returns the project after "Fix All" in the given scope.</summary>
    public static async Task<Project> FixAllAsync(Project project, CodeFixProvider provider, string id, FixAllScope scope = FixAllScope.Project)
    {
        var diagnostics = await DiagnosticsAsync(project, id);
        var context = new FixAllContext(
            project.GetDocument(diagnostics[0].Location.SourceTree)!, provider, scope, provider.GetType().Name, [id], new Known(diagnostics), CancellationToken.None);
        return await ApplyAsync(project, (await provider.GetFixAllProvider()!.GetFixAsync(context))!);
    }

    /// <summary>Returns the project as the compiler sees it, with the code that the generator emits for its scripts.</summary>
    public static async Task<GeneratorOutput> GenerateAsync(Project project)
    {
        var compilation = (CSharpCompilation)(await project.WithAnalyzerReferences([]).GetCompilationAsync())!;
        return GeneratorHost.Run(GeneratorHost.Driver(compilation, project.AnalyzerOptions.AdditionalFiles, project.AnalyzerOptions.AnalyzerConfigOptionsProvider), compilation);
    }

    private static async Task<Project> ApplyAsync(Project project, CodeAction action)
    {
        var operation = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(CancellationToken.None)));
        return operation.ChangedSolution.GetProject(project.Id)!;
    }

    private static async Task<string> TextOf(TextDocument document) => (await document.GetTextAsync()).ToString();

    /// <summary>Adds the generator to a project, as in an editor: the C# is analyzed together with the emitted code.</summary>
    private sealed class GeneratorReference : AnalyzerReference
    {
        private readonly ImmutableArray<ISourceGenerator> _generators = [new ScriptGenerator().AsSourceGenerator()];

        public override string FullPath => Id.ToString()!;

        public override object Id => nameof(GeneratorReference);

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;

        public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];
    }

    private sealed class Known(Diagnostic[] diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return diagnostics.Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }
    }
}
