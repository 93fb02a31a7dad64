using LuaGen.Language.Commands;

namespace LuaGen.Tool.Check.Configuration;

/// <summary>Finds the project of a folder: the nearest folder upwards with <c>luagen.json</c>, or with what a build wrote.</summary>
/// <param name="options">What the command line puts over each configuration.</param>
/// <param name="fallback">The folder that scripts without a configuration belong to, if they are in it.</param>
internal sealed class ProjectFinder(CheckOptions options, string fallback)
{
    private readonly Dictionary<string, ScriptProject> _known = new(StringComparer.Ordinal);
    private readonly ScriptProject _unconfigured = WithOptions(ScriptProject.Unconfigured(fallback), options);

    /// <exception cref="ConfigurationException">The configuration cannot be read.</exception>
    public ScriptProject Find(string directory)
    {
        if (!_known.TryGetValue(directory, out var project))
        {
            project = Read(directory) ?? (Path.GetDirectoryName(directory) is { } parent ? Find(parent) : _unconfigured);
            _known.Add(directory, project);
        }

        return project;
    }

    private ScriptProject? Read(string directory)
    {
        var settings = Path.Combine(directory, LuaGenJson.FileName);
        var build = Path.Combine(directory, BuildJson.FileName);
        var hasSettings = File.Exists(settings);
        var isBuilt = File.Exists(build);
        if (!hasSettings && !isBuilt)
        {
            return null;
        }

        var project = isBuilt ? BuildJson.Read(build, Bytes(build), directory) : ScriptProject.Unconfigured(directory);
        project = project with { IsConfigured = true };
        return WithOptions(hasSettings ? project with { Options = LuaGenJson.Read(settings, Bytes(settings), project.Options) } : project, options);
    }

    /// <summary>What a build would report of the projects themselves, a line each.</summary>
    public IEnumerable<string> Notes => _known.Values.Append(_unconfigured).Distinct()
        .Where(project => project.Options.UnknownServers.Count > 0)
        .Select(project => $"{project.Directory}: '{string.Join("', '", project.Options.UnknownServers)}' in LuaGenServers is not a known server: write {ServerList.Known}")
        .Distinct(StringComparer.Ordinal);

    private static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException(path, 1, 1, "cannot be read");
        }
    }

    private static ScriptProject WithOptions(ScriptProject project, CheckOptions options)
    {
        var scripts = project.Options.Scripts;
        scripts = scripts with { Servers = options.Servers ?? scripts.Servers, InCluster = options.InCluster ?? scripts.InCluster };
        return project with { Options = project.Options with { Scripts = scripts } };
    }
}
