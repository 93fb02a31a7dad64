using System.Runtime.CompilerServices;
using LuaGen.Language;
using LuaGen.Language.Commands;
using LuaGen.Language.Includes;
using LuaGen.Language.Model;
using LuaGen.Language.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.Hosting;

/// <summary>A script among a project's additional files. Equal while the file and what the project says of it stay as they are.</summary>
/// <param name="File">The compiler's file: another object when the text has changed.</param>
/// <param name="FilePath">Its path in the project, with <c>/</c>.</param>
/// <param name="RootNamespace">The project's root namespace.</param>
/// <param name="ClassName">The class that its item names, if it does.</param>
/// <param name="Options">The servers that it runs on.</param>
internal sealed record ScriptFile(AdditionalText File, string FilePath, string RootNamespace, string? ClassName, ScriptOptions Options)
{
    /// <summary>
    /// Generator and analyzer see the same text objects in one compilation, so the second finds what the first has
    /// compiled. Nothing is kept longer than its text.
    /// </summary>
    private static readonly ConditionalWeakTable<SourceText, CompiledFile> Compiled = new();

    /// <summary>The same for what a file is by itself.</summary>
    private static readonly ConditionalWeakTable<SourceText, SourceFile> Parsed = new();

    /// <summary>The folders that includes are looked up in.</summary>
    public EquatableArray<string> IncludePath { get; init; } = [];

    /// <summary>The files that this one includes, directly and through others.</summary>
    public EquatableArray<ScriptFile> Included { get; init; } = [];

    /// <summary>Whether another file includes this one.</summary>
    public bool IsIncluded { get; init; }

    public static bool IsScript(AdditionalText file) => ScriptPath.IsScript(file.Path);

    public static ScriptFile From(AdditionalText file, AnalyzerConfigOptionsProvider options, ProjectOptions project)
    {
        var item = options.GetOptions(file);
        return new ScriptFile(
            file,
            ScriptPath.InProject(file.Path, Metadata(item, "Link"), project.ProjectDirectory),
            project.RootNamespace,
            Metadata(item, "LuaClass"),
            project.Scripts)
        {
            IncludePath = project.IncludePath,
        };
    }

    /// <summary>The scripts of a project for an analyzer, which has no pipeline.</summary>
    public static IEnumerable<ScriptFile> AllOf(AnalyzerOptions options, ProjectOptions project) =>
        options.AdditionalFiles.Where(IsScript).Select(file => From(file, options.AnalyzerConfigOptionsProvider, project));

    public CompiledScript Compile(CancellationToken cancellationToken) => Compile(ScriptCompiler.Analyze, cancellationToken);

    internal CompiledScript Compile(Func<ScriptSource, ScriptOptions, CancellationToken, ScriptAnalysis> analyze, CancellationToken cancellationToken)
    {
        if (File.GetText(cancellationToken) is not { } text)
        {
            return CompiledScript.None;
        }

        if (Compiled.TryGetValue(text, out var known) && known.IsOf(this))
        {
            return known.Script;
        }

        var compiled = new CompiledFile(this, analyze(SourceOf(text), Options, cancellationToken).ToCompiled());
        Compiled.Remove(text);
        return Compiled.GetValue(text, _ => compiled).Script;
    }

    /// <summary>The script with a text, which an editor may have changed since the file was read.</summary>
    public ScriptSource SourceOf(SourceText text) => new(FilePath, text.ToString(), SourceEncoding.IsUtf8(text), RootNamespace, ClassName)
    {
        Files = Included.Count + IncludePath.Count == 0 ? NoScriptFiles.Instance : new ScriptFileTable([this, .. Included], IncludePath),
        IsIncluded = IsIncluded,
    };

    /// <summary>Whether the file may include others; almost none does.</summary>
    public bool MayInclude(CancellationToken cancellationToken) => File.GetText(cancellationToken) is { } text && IncludeDirectives.MayBeIn(text.ToString());

    /// <summary>The file by itself; <see langword="null"/> if it cannot be read.</summary>
    public SourceFile? Parse(CancellationToken cancellationToken)
    {
        if (File.GetText(cancellationToken) is not { } text)
        {
            return null;
        }

        if (Parsed.TryGetValue(text, out var known) && known.Path == FilePath)
        {
            return known;
        }

        var parsed = SourceFile.Of(FilePath, text.ToString(), SourceEncoding.IsUtf8(text), cancellationToken);
        Parsed.Remove(text);
        return Parsed.GetValue(text, _ => parsed);
    }

    private static string? Metadata(AnalyzerConfigOptions item, string name) =>
        item.TryGetValue("build_metadata.AdditionalFiles." + name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>What a text was compiled to, and all else that decided it.</summary>
    private sealed record CompiledFile(ScriptFile Of, CompiledScript Script)
    {
        public bool IsOf(ScriptFile file) => Of with { File = file.File } == file;
    }
}
