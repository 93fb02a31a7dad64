using LuaGen.Language.Commands;

namespace LuaGen.Language.Projects;

/// <summary>What a project says of all its scripts.</summary>
internal sealed record ProjectOptions(string RootNamespace, string ProjectDirectory, string Visibility, bool InfoAsWarning)
{
    /// <summary>The servers that the project's scripts run on.</summary>
    public ScriptOptions Scripts { get; init; } = ScriptOptions.Default;

    /// <summary>The entries of the project's list of servers that are not known.</summary>
    public EquatableArray<string> UnknownServers { get; init; } = [];

    /// <summary>The folders that includes are looked up in after the including file's own, as paths in the project.</summary>
    public EquatableArray<string> IncludePath { get; init; } = [];

    /// <summary>Whether the project references LuaGen itself, and not through another project or package.</summary>
    public bool IsDirectReference { get; init; }

    /// <summary>Whether generated types need no <c>using</c>.</summary>
    public bool HasImplicitUsings { get; init; }

    /// <summary>The path from the folder of a generated source to the project's folder; empty if it is unknown.</summary>
    public string SourceRoot { get; init; } = "";

    /// <summary>Reads a project's MSBuild properties; one that is missing or empty has its default.</summary>
    /// <param name="find">The value of the property of a name, if the host has one.</param>
    public static ProjectOptions From(Func<string, string?> find)
    {
        string Property(string name) => find(name)?.Trim() ?? "";

        bool IsTrue(string name) => Property(name).Equals("true", StringComparison.OrdinalIgnoreCase);

        // A host that does not know the property, such as a test or a terminal, has the files of one project only.
        var isDirect = find("LuaGenDirectReference") is null || IsTrue("LuaGenDirectReference");
        var includePath = Property("_LuaGenIncludePath") is { Length: > 0 } folders ? folders : Property("LuaGenIncludePath");
        var generatedFiles = Property("CompilerGeneratedFilesOutputPath");

        // RedisMinServerVersion is the property that StackExchange.Redis's own analyzers read too. The compiler ends a property
        // at ";", so the package passes the servers on with "|", under another name.
        var redis = ServerVersion.TryParse(Property("RedisMinServerVersion")) ?? ServerVersion.Minimum;
        var unknown = new List<string>();
        var servers = ServerList.Read(Property("_LuaGenServers") is { Length: > 0 } list ? list : Property("LuaGenServers"), redis, unknown);
        return new ProjectOptions(
            Identifiers.Namespace(Property("RootNamespace")),
            Property("ProjectDir"),
            Property("LuaGenVisibility") == "internal" ? "internal" : "public",
            IsTrue("LuaGenInfoAsWarning"))
        {
            UnknownServers = unknown.ToEquatableArray(),
            IsDirectReference = isDirect,
            HasImplicitUsings = isDirect && (IsTrue("ImplicitUsings") || Property("ImplicitUsings").Equals("enable", StringComparison.OrdinalIgnoreCase)),
            IncludePath = IncludeFolders.Read(includePath, Property("ProjectDir")),
            SourceRoot = GeneratedSourcePath.ToProject(generatedFiles.Length > 0 ? generatedFiles : Property("IntermediateOutputPath"), Property("ProjectDir")),
            Scripts = new ScriptOptions
            {
                Servers = servers,
                InCluster = !Property("LuaGenCluster").Equals("false", StringComparison.OrdinalIgnoreCase),
            },
        };
    }
}
