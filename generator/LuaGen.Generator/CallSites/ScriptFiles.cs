using LuaGen.Generator.Hosting;
using LuaGen.Language.Model;
using LuaGen.Language.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LuaGen.Generator.CallSites;

/// <summary>The project's script files, found by the path or the resource name with which C# reads them.</summary>
internal sealed class ScriptFiles(AnalyzerOptions options, ProjectOptions project)
{
    private const string Extension = ".lua";

    private readonly IReadOnlyList<ScriptFile> _files =
        [.. ScriptFile.AllOf(options, project)];

    public bool IsEmpty => _files.Count == 0;

    /// <summary>The scripts for which methods are generated, with what they include. The generator has compiled them before.</summary>
    public IEnumerable<ScriptModel> Compile(CancellationToken cancellationToken) =>
        ScriptIncludes.FilesOf(options, project, cancellationToken).Select(file => file.Compile(cancellationToken).Model).OfType<ScriptModel>();

    /// <summary>The only file that a path or a resource name can mean.</summary>
    public ScriptFile? Find(string path)
    {
        var wanted = path.Replace('\\', '/').TrimStart('.', '/');
        if (!wanted.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var matches = _files.Where(file => IsEnd(file.FilePath, wanted, '/')).Take(2).ToList();
        if (matches.Count == 0 && wanted.IndexOf('/') < 0)
        {
            // The name of an embedded resource is the path with dots.
            matches = [.. _files.Where(file => IsEnd(file.FilePath.Replace('/', '.'), wanted, '.')).Take(2)];
        }

        return matches.Count == 1 ? matches[0] : null;
    }

    /// <summary>The file at a path in the project, with what it includes.</summary>
    public ScriptFile? At(string filePath, CancellationToken cancellationToken) =>
        _files.FirstOrDefault(file => file.FilePath == filePath) is { } found ? ScriptIncludes.Of(options, project, cancellationToken).Apply(found) : null;

    private static bool IsEnd(string file, string wanted, char separator) =>
        file.Equals(wanted, StringComparison.OrdinalIgnoreCase)
        || file.EndsWith(separator + wanted, StringComparison.OrdinalIgnoreCase)
        || wanted.EndsWith(separator + file, StringComparison.OrdinalIgnoreCase);
}
