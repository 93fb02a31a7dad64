using LuaGen.Language.Projects;

namespace LuaGen.Tool.Check.Configuration;

/// <summary>The scripts that one configuration is for: names must be unique among them, and versions are compared.</summary>
/// <param name="Directory">The folder that the scripts' paths are relative to, with a separator at its end.</param>
/// <param name="Options">What the configuration says of all scripts.</param>
/// <param name="Items">The scripts of a .NET project by path; <see langword="null"/> where every <c>.lua</c> file below the folder is one.</param>
internal sealed record ScriptProject(string Directory, ProjectOptions Options, IReadOnlyDictionary<string, ProjectItem>? Items)
{
    /// <summary>Whether a file says where the project is.</summary>
    public bool IsConfigured { get; init; } = true;

    /// <summary>A folder without a configuration.</summary>
    public static ScriptProject Unconfigured(string directory) =>
        new(WithSeparator(directory), ProjectOptions.From(_ => null) with { ProjectDirectory = WithSeparator(directory) }, Items: null) { IsConfigured = false };

    public static string WithSeparator(string directory) =>
        System.IO.Path.EndsInDirectorySeparator(directory) ? directory : directory + System.IO.Path.DirectorySeparatorChar;
}
