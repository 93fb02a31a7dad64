using Microsoft.CodeAnalysis.Diagnostics;

namespace LuaGen.Generator.Hosting;

/// <summary>What a project says of all its scripts, taken from its MSBuild properties.</summary>
internal sealed record ProjectOptions(string RootNamespace, string ProjectDirectory, string Visibility)
{
    /// <summary>The oldest server that scripts must run on: the property that StackExchange.Redis's own analyzers read too.</summary>
    public ServerVersion MinServer { get; init; } = ServerVersion.Minimum;

    public static ProjectOptions From(AnalyzerConfigOptions options) => new(
        Property(options, "RootNamespace"),
        Property(options, "ProjectDir"),
        Property(options, "LuaGenVisibility") == "internal" ? "internal" : "public")
    {
        MinServer = ServerVersion.TryParse(Property(options, "RedisMinServerVersion")) ?? ServerVersion.Minimum,
    };

    private static string Property(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_property." + name, out var value) ? value.Trim() : "";
}
