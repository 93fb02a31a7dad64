using System.Text.Json;
using LuaGen.Language.Projects;

namespace LuaGen.Tool.Check.Configuration;

/// <summary>Reads <c>luagen.json</c>, which a user writes.</summary>
internal static class LuaGenJson
{
    public const string FileName = "luagen.json";

    private static readonly string[] Names = ["$schema", "rootNamespace", "servers", "cluster", "infoAsWarning", "includePath"];

    /// <summary>The options, with what the file says put over those that are given.</summary>
    public static ProjectOptions Read(string path, byte[] bytes, ProjectOptions options)
    {
        JsonObjectReader.ReadFile(path, bytes, (string name, ref Utf8JsonReader value) => options = With(options, name, ref value));
        return options;
    }

    private static ProjectOptions With(ProjectOptions options, string name, ref Utf8JsonReader value)
    {
        switch (name)
        {
            case "$schema":
                JsonObjectReader.ReadString(ref value);
                return options;
            case "rootNamespace":
                return options with { RootNamespace = Identifiers.Namespace(JsonObjectReader.ReadString(ref value)) };
            case "servers":
                var servers = JsonObjectReader.ReadString(ref value);
                var list = ServerNames.TryParse(servers) ?? throw new FormatException($"servers '{servers}' is not known: {ServerNames.Expected}");
                return options with { Scripts = options.Scripts with { Servers = list } };
            case "cluster":
                return options with { Scripts = options.Scripts with { InCluster = JsonObjectReader.ReadBoolean(ref value) } };
            case "infoAsWarning":
                return options with { InfoAsWarning = JsonObjectReader.ReadBoolean(ref value) };
            case "includePath":
                return options with { IncludePath = IncludeFolders.Read(JsonObjectReader.ReadString(ref value), options.ProjectDirectory) };
            default:
                throw new FormatException(NearestName.Of(name, Names) is { } nearest
                    ? $"'{name}' is not a setting: did you mean '{nearest}'?"
                    : $"'{name}' is not a setting: write one of {string.Join(", ", Names)}");
        }
    }
}
