using LuaGen.Language.Commands;

namespace LuaGen.Language.Projects;

/// <summary>What a project says of all its scripts.</summary>
internal sealed record ProjectOptions(string RootNamespace, string ProjectDirectory, string Visibility, bool InfoAsWarning)
{
    /// <summary>The servers that the project's scripts run on.</summary>
    public ScriptOptions Scripts { get; init; } = ScriptOptions.Default;

    /// <summary>Reads a project's MSBuild properties; one that is missing or empty has its default.</summary>
    /// <param name="find">The value of the property of a name, if the host has one.</param>
    public static ProjectOptions From(Func<string, string?> find)
    {
        string Property(string name) => find(name)?.Trim() ?? "";

        return new ProjectOptions(
            Identifiers.Namespace(Property("RootNamespace")),
            Property("ProjectDir"),
            Property("LuaGenVisibility") == "internal" ? "internal" : "public",
            Property("LuaGenInfoAsWarning").Equals("true", StringComparison.OrdinalIgnoreCase))
        {
            // RedisMinServerVersion is the property that StackExchange.Redis's own analyzers read too.
            Scripts = new ScriptOptions
            {
                MinServer = ServerVersion.TryParse(Property("RedisMinServerVersion")) ?? ServerVersion.Minimum,
                InCluster = !Property("LuaGenCluster").Equals("false", StringComparison.OrdinalIgnoreCase),
            },
        };
    }
}
