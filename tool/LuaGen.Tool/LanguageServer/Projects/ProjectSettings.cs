using LuaGen.Tool.Check;
using LuaGen.Tool.Check.Configuration;

namespace LuaGen.Tool.LanguageServer.Projects;

/// <summary>The projects of scripts, read from their configurations and read again when those change on the disk.</summary>
/// <param name="fallback">The folder of scripts without a configuration.</param>
internal sealed class ProjectSettings(string fallback)
{
    private static readonly CheckOptions Options = new() { Paths = [] };

    private readonly Dictionary<string, ScriptProject> _projects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (DateTime Settings, DateTime Build)> _stamps = new(StringComparer.Ordinal);
    private ProjectFinder _finder = new(Options, fallback);

    /// <summary>Receives what is wrong with a configuration, once for each state of it.</summary>
    public Action<string> OnProblem { get; set; } = _ => { };

    /// <summary>The project of a script; the same object as long as its configuration is the same.</summary>
    public ScriptProject Of(string? path)
    {
        var directory = path is null ? fallback : Path.GetDirectoryName(path)!;
        if (HasChanged(directory))
        {
            _finder = new ProjectFinder(Options, fallback);
            _projects.Clear();
        }

        if (!_projects.TryGetValue(directory, out var project))
        {
            project = Find(directory);
            _projects.Add(directory, project);
        }

        return project;
    }

    private ScriptProject Find(string directory)
    {
        try
        {
            return _finder.Find(directory);
        }
        catch (ConfigurationException exception)
        {
            OnProblem($"{exception.Path}({exception.Line},{exception.Column}): {exception.Message}");
            return ScriptProject.Unconfigured(directory);
        }
    }

    /// <summary>Whether a configuration that holds for the folder is not as it was when the folder was last asked for.</summary>
    private bool HasChanged(string directory)
    {
        var hasChanged = false;
        for (var folder = directory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var stamps = (File.GetLastWriteTimeUtc(Path.Combine(folder, LuaGenJson.FileName)), File.GetLastWriteTimeUtc(Path.Combine(folder, BuildJson.FileName)));
            hasChanged |= _stamps.TryGetValue(folder, out var known) && known != stamps;
            _stamps[folder] = stamps;
        }

        return hasChanged;
    }
}
