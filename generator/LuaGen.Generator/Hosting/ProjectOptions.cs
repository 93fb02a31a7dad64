using LuaGen.Language.Commands;
using LuaGen.Language.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LuaGen.Generator.Hosting;

/// <summary>What a project says of all its scripts, taken from its MSBuild properties.</summary>
internal sealed record ProjectOptions(string RootNamespace, string ProjectDirectory, string Visibility, bool InfoAsWarning)
{
    /// <summary>The oldest server that scripts must run on: the property that StackExchange.Redis's own analyzers read too.</summary>
    public ServerVersion MinServer { get; init; } = ServerVersion.Minimum;

    /// <summary>Whether scripts may run in a cluster; <c>LuaGenCluster=false</c> says that they never do.</summary>
    public bool InCluster { get; init; } = true;

    public static ProjectOptions From(AnalyzerConfigOptions options) => new(
        Identifiers.Namespace(Property(options, "RootNamespace")),
        Property(options, "ProjectDir"),
        Property(options, "LuaGenVisibility") == "internal" ? "internal" : "public",
        Property(options, "LuaGenInfoAsWarning").Equals("true", StringComparison.OrdinalIgnoreCase))
    {
        MinServer = ServerVersion.TryParse(Property(options, "RedisMinServerVersion")) ?? ServerVersion.Minimum,
        InCluster = !Property(options, "LuaGenCluster").Equals("false", StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>Whether a reference brings <c>IServiceCollection</c>; told by its file, so that the compilation is not asked.</summary>
    public static bool IsServiceAbstractions(MetadataReference reference) =>
        Path.GetFileName(reference.Display) is "Microsoft.Extensions.DependencyInjection.Abstractions.dll";

    private static string Property(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_property." + name, out var value) ? value.Trim() : "";
}
