using System.Runtime.CompilerServices;
using LuaGen.Language;
using LuaGen.Language.Commands;
using LuaGen.Language.Model;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.Hosting;

/// <summary>A script among a project's additional files. Equal while the file and what the project says of it stay as they are.</summary>
/// <param name="File">The compiler's file: another object when the text has changed.</param>
/// <param name="FilePath">Its path in the project, with <c>/</c>.</param>
/// <param name="RootNamespace">The project's root namespace.</param>
/// <param name="ClassName">The class that its item names, if it does.</param>
internal sealed record ScriptFile(AdditionalText File, string FilePath, string RootNamespace, string? ClassName)
{
    /// <summary>The oldest server that the project's scripts must run on.</summary>
    public ServerVersion MinServer { get; init; } = ServerVersion.Minimum;

    /// <summary>Whether the project's scripts may run in a cluster.</summary>
    public bool InCluster { get; init; } = true;

    /// <summary>
    /// Generator and analyzer see the same text objects in one compilation, so the second finds what the first has
    /// compiled. Nothing is kept longer than its text.
    /// </summary>
    private static readonly ConditionalWeakTable<SourceText, Tuple<ScriptSource, CompiledScript>> Compiled = new();

    public static bool IsScript(AdditionalText file) => file.Path.EndsWith(".lua", StringComparison.OrdinalIgnoreCase);

    public static ScriptFile From(AdditionalText file, AnalyzerConfigOptionsProvider options, ProjectOptions project)
    {
        var item = options.GetOptions(file);
        var link = Metadata(item, "Link");
        return new ScriptFile(
            file,
            (link ?? PathInProject(file.Path, project.ProjectDirectory)).Replace('\\', '/'),
            project.RootNamespace,
            Metadata(item, "LuaClass"))
        {
            MinServer = project.MinServer,
            InCluster = project.InCluster,
        };
    }

    /// <summary>Runs the whole road. Whatever goes wrong in it is a finding: other scripts keep their code.</summary>
    public CompiledScript Compile(CancellationToken cancellationToken) =>
        Compile(ScriptCompiler.Compile, cancellationToken);

    internal CompiledScript Compile(Func<ScriptSource, CancellationToken, CompiledScript> compile, CancellationToken cancellationToken)
    {
        if (File.GetText(cancellationToken) is not { } text)
        {
            return CompiledScript.None;
        }

        if (Compiled.TryGetValue(text, out var known) && IsFor(known.Item1))
        {
            return known.Item2;
        }

        var source = new ScriptSource(FilePath, text.ToString(), SourceEncoding.IsUtf8(text), RootNamespace, ClassName) { MinServer = MinServer, InCluster = InCluster };
        var compiled = Guarded(compile, source, cancellationToken);
        Compiled.Remove(text);
        Compiled.GetValue(text, _ => Tuple.Create(source, compiled));
        return compiled;
    }

    private bool IsFor(ScriptSource source) =>
        source.FilePath == FilePath && source.RootNamespace == RootNamespace && source.ClassName == ClassName && source.MinServer == MinServer
        && source.InCluster == InCluster;

    private static CompiledScript Guarded(
        Func<ScriptSource, CancellationToken, CompiledScript> compile, ScriptSource source, CancellationToken cancellationToken)
    {
        try
        {
            return compile(source, cancellationToken);
        }
#pragma warning disable CA1031 // An exception out of a generator takes the code of every script with it.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            var message = $"{exception.GetType().Name}: {exception.Message}";
            return new CompiledScript(Model: null, [new Finding(Rule.GeneratorFault, default, [message])]);
        }
    }

    private static string? Metadata(AnalyzerConfigOptions item, string name) =>
        item.TryGetValue("build_metadata.AdditionalFiles." + name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>The path below the project; of a file outside of it, and not linked, only its name.</summary>
    private static string PathInProject(string path, string projectDirectory)
    {
        if (!Path.IsPathRooted(path))
        {
            return path;
        }

        var isBelow = projectDirectory.Length > 0 && path.StartsWith(projectDirectory, StringComparison.OrdinalIgnoreCase);
        return isBelow ? path.Substring(projectDirectory.Length).TrimStart('/', '\\') : Path.GetFileName(path);
    }
}
