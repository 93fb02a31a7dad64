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
        [.. options.AdditionalFiles.Where(ScriptFile.IsScript).Select(file => ScriptFile.From(file, options.AnalyzerConfigOptionsProvider, project))];

    public bool IsEmpty => _files.Count == 0;

    /// <summary>The scripts for which methods are generated, with what they include. The generator has compiled them before.</summary>
    public IEnumerable<ScriptModel> Compile(CancellationToken cancellationToken)
    {
        var includes = ScriptIncludes.Of(options, project, cancellationToken);
        return _files.Select(file => includes.Apply(file).Compile(cancellationToken).Model).OfType<ScriptModel>();
    }

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

    /// <summary>The file at a path in the project.</summary>
    public ScriptFile? At(string filePath) => _files.FirstOrDefault(file => file.FilePath == filePath);

    private static bool IsEnd(string file, string wanted, char separator) =>
        file.Equals(wanted, StringComparison.OrdinalIgnoreCase)
        || file.EndsWith(separator + wanted, StringComparison.OrdinalIgnoreCase)
        || wanted.EndsWith(separator + file, StringComparison.OrdinalIgnoreCase);
}
