using LuaGen.Language;
using LuaGen.Language.Model;
using LuaGen.Language.Projects;
using LuaGen.Tool.Check.Configuration;
using LuaGen.Tool.Check.Files;

namespace LuaGen.Tool.LanguageServer.Projects;

/// <summary>
/// The scripts of a project that are not open: names and versions are compared with theirs. They are read one at a time,
/// while there is nothing else to do, and again when their files change.
/// </summary>
internal sealed class SiblingScripts
{
    private readonly Dictionary<string, (DateTime Stamp, EquatableArray<ScriptModel> Models)> _known = new(StringComparer.Ordinal);
    private readonly Queue<(string Path, ScriptProject Project)> _waiting = [];

    public bool HasWork => _waiting.Count > 0;

    /// <summary>Queues the scripts that the findings of a script depend on.</summary>
    public void Request(string path, ScriptProject project)
    {
        foreach (var sibling in PathsOf(path, project))
        {
            if (sibling != path && (!_known.TryGetValue(sibling, out var known) || known.Stamp != File.GetLastWriteTimeUtc(sibling)))
            {
                _waiting.Enqueue((sibling, project));
            }
        }
    }

    /// <summary>Reads the next script of the queue; returns whether its model is not as it was.</summary>
    public bool Step(CancellationToken cancellationToken)
    {
        var (path, project) = _waiting.Peek();
        var before = _known.GetValueOrDefault(path);
        var after = Read(path, project, cancellationToken);
        _waiting.Dequeue();
        _known[path] = after;
        return before.Models != after.Models;
    }

    public IEnumerable<ScriptModel> Models(string path, ScriptProject project) =>
        PathsOf(path, project).Where(sibling => sibling != path).SelectMany(sibling => _known.GetValueOrDefault(sibling).Models);

    private static IEnumerable<string> PathsOf(string path, ScriptProject project)
    {
        if (project.Items is { } items)
        {
            return items.Keys;
        }

        try
        {
            return Directory.EnumerateFiles(Path.GetDirectoryName(path)!).Where(ScriptPath.IsScript).Order(StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static (DateTime Stamp, EquatableArray<ScriptModel> Models) Read(string path, ScriptProject project, CancellationToken cancellationToken)
    {
        var stamp = File.GetLastWriteTimeUtc(path);
        return ScriptDecoder.TryRead(path) is var (text, isUtf8)
            ? (stamp, ScriptCompiler.Analyze(ProjectSource.Of(path, text, isUtf8, project), project.Options.Scripts, cancellationToken).Models.ToEquatableArray())
            : default;
    }
}
