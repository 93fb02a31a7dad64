using LuaGen.Language.Commands;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LuaGen.Generator.Hosting;

/// <summary>What a project says of all its scripts, taken from its MSBuild properties.</summary>
internal sealed record ProjectOptions(string RootNamespace, string ProjectDirectory, string Visibility, bool InfoAsWarning)
{
    /// <summary>The servers that the project's scripts run on.</summary>
    public ScriptOptions Scripts { get; init; } = ScriptOptions.Default;

    public static ProjectOptions From(AnalyzerConfigOptions options) => new(
        Identifiers.Namespace(Property(options, "RootNamespace")),
        Property(options, "ProjectDir"),
        Property(options, "LuaGenVisibility") == "internal" ? "internal" : "public",
        Property(options, "LuaGenInfoAsWarning").Equals("true", StringComparison.OrdinalIgnoreCase))
    {
        // RedisMinServerVersion is the property that StackExchange.Redis's own analyzers read too.
        Scripts = new ScriptOptions
        {
            MinServer = ServerVersion.TryParse(Property(options, "RedisMinServerVersion")) ?? ServerVersion.Minimum,
            InCluster = !Property(options, "LuaGenCluster").Equals("false", StringComparison.OrdinalIgnoreCase),
        },
    };

    /// <summary>Whether a reference brings <c>IServiceCollection</c>; told by its file, so that the compilation is not asked.</summary>
    public static bool IsServiceAbstractions(MetadataReference reference) =>
        Path.GetFileName(reference.Display) is "Microsoft.Extensions.DependencyInjection.Abstractions.dll";

    private static string Property(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_property." + name, out var value) ? value.Trim() : "";
}
