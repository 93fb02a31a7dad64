using System.Collections.Immutable;
using LuaGen.Generator.Emit;
using LuaGen.Generator.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LuaGen.Generator.Tests.Hosting;

/// <summary>The output of the generator for a project.</summary>
internal sealed record GeneratorOutput(GeneratorDriver Driver, Compilation Compilation, GeneratorDriverRunResult Result)
{
    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    /// <summary>The sources of the classes, without the index.</summary>
    public ImmutableArray<GeneratedSourceResult> Sources => [.. Result.Results[0].GeneratedSources.Where(source => source.HintName != ProjectEmitter.HintName)];

    /// <summary>The source that lists all classes; null if there is none.</summary>
    public string? Index => Result.Results[0].GeneratedSources.FirstOrDefault(source => source.HintName == ProjectEmitter.HintName).SourceText?.ToString();

    public string Source(string hintName) =>
        Sources.Single(source => source.HintName == hintName).SourceText.ToString();

    /// <summary>The compiler's diagnostics for the project with the emitted code, without hidden ones.</summary>
    public ImmutableArray<Diagnostic> CompilerDiagnostics =>
        [.. Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden)];
}

/// <summary>Runs the generator and the analyzer on scripts in memory, as the compiler does.</summary>
internal static class GeneratorHost
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && name != ServiceAbstractions
                && !name.StartsWith("LuaGen.Generator", StringComparison.Ordinal) && !name.StartsWith("LuaGen.CodeFixes", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The reference by which the generator detects dependency injection; compilations omit it by default.</summary>
    private const string ServiceAbstractions = "Microsoft.Extensions.DependencyInjection.Abstractions.dll";

    public static CSharpCompilation WithServices(CSharpCompilation compilation) =>
        compilation.AddReferences(MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, ServiceAbstractions)));

    public static CSharpCompilation Compilation(
        string csharp = "", LanguageVersion version = LanguageVersion.CSharp12, NullableContextOptions nullable = NullableContextOptions.Enable)
    {
        var parse = CSharpParseOptions.Default.WithLanguageVersion(version).WithDocumentationMode(DocumentationMode.Diagnose);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: nullable, generalDiagnosticOption: ReportDiagnostic.Error)
            // The SDK suppresses it too: the runtime is built for .NET 8 and unified with the current framework.
            .WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress)]);
        return CSharpCompilation.Create("Consumer", [CSharpSyntaxTree.ParseText(csharp, parse, "Consumer.cs")], References, options);
    }

    /// <param name="compilation">The project's C#.</param>
    /// <param name="scripts">Its scripts.</param>
    /// <param name="options">Its options.</param>
    /// <param name="isTracking">Whether the result tells what each step did. Roslyn records every way to a step, and with many scripts there are many.</param>
    public static GeneratorDriver Driver(CSharpCompilation compilation, IEnumerable<AdditionalText> scripts, AnalyzerConfigOptionsProvider? options = null, bool isTracking = false) =>
        CSharpGeneratorDriver.Create(
            [new ScriptGenerator().AsSourceGenerator()],
            scripts,
            (CSharpParseOptions)compilation.SyntaxTrees.First().Options,
            options ?? new TestOptions(),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, isTracking));

    public static GeneratorOutput Run(GeneratorDriver driver, Compilation compilation)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        return new GeneratorOutput(driver, output, driver.GetRunResult());
    }

    public static GeneratorOutput Run(params AdditionalText[] scripts)
    {
        var compilation = Compilation();
        return Run(Driver(compilation, scripts), compilation);
    }

    /// <summary>Returns the findings of the generator and the analyzer for one script, as a build prints them: <c>path(line,column): severity id: message</c>.</summary>
    public static Task<string[]> FindingsAsync(string lua, string path = "Scripts/Test/Script.lua") => FindingsAsync(new TestScript(path, lua));

    public static Task<string[]> FindingsAsync(params AdditionalText[] scripts) => FindingsAsync(new TestOptions(), scripts);

    public static async Task<string[]> FindingsAsync(TestOptions project, params AdditionalText[] scripts)
    {
        var compilation = Compilation().WithOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var errors = Run(Driver(compilation, scripts), compilation).Diagnostics;
        var options = new AnalyzerOptions([.. scripts], project);
        var others = await compilation.WithAnalyzers([new ScriptAnalyzer()], options).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return [.. errors.Concat(others).OrderBy(d => d.Location.GetLineSpan().StartLinePosition).Select(Print)];
    }

    public static string Print(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        var start = place.StartLinePosition;
        return $"{place.Path}({start.Line + 1},{start.Character + 1}): {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage(null)}";
    }
}
