using System.Text.Json;
using LuaGen.Language.Projects;

namespace LuaGen.Tool.Check.Configuration;

/// <summary>Reads <c>obj/luagen.json</c>, which a build of a .NET project writes: what the generator sees of the project.</summary>
internal static class BuildJson
{
    /// <summary>Below the project's folder.</summary>
    public const string FileName = "obj/luagen.json";

    public static ScriptProject Read(string path, byte[] bytes, string projectDirectory)
    {
        var directory = ScriptProject.WithSeparator(projectDirectory);
        var properties = new Dictionary<string, string>(StringComparer.Ordinal) { ["ProjectDir"] = directory };
        var items = new Dictionary<string, ProjectItem>(StringComparer.Ordinal);
        JsonObjectReader.ReadFile(path, bytes, (string name, ref Utf8JsonReader value) =>
        {
            switch (name)
            {
                case "properties":
                    JsonObjectReader.ReadObject(ref value, (string property, ref Utf8JsonReader text) => properties[property] = ReadText(ref text));
                    break;
                case "files":
                    ReadItems(ref value, directory, items);
                    break;
                default:
                    // A newer version may write more.
                    value.Skip();
                    break;
            }
        });
        return new ScriptProject(directory, ProjectOptions.From(properties.GetValueOrDefault), items);
    }

    /// <summary>MSBuild gives every item every metadata, empty where it has none.</summary>
    private static string? Metadata(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    /// <summary>MSBuild on Unix cannot write the backslash that JSON needs before a quotation mark; LuaGen.targets writes this instead.</summary>
    private static string ReadText(ref Utf8JsonReader value) => JsonObjectReader.ReadString(ref value).Replace("*q*", "\"", StringComparison.Ordinal);

    private static void ReadItems(ref Utf8JsonReader reader, string directory, Dictionary<string, ProjectItem> items)
    {
        JsonObjectReader.Expect(ref reader, JsonTokenType.StartArray, "an array [ … ]");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            string? file = null, link = null, @class = null;
            JsonObjectReader.ReadObject(ref reader, (string name, ref Utf8JsonReader value) =>
            {
                var text = ReadText(ref value);
                switch (name)
                {
                    case "path":
                        file = Path.GetFullPath(text, directory);
                        break;
                    case "link":
                        link = text;
                        break;
                    case "class":
                        @class = text;
                        break;
                }
            });
            if (file is not null)
            {
                // The compiler takes the first of two items of one file.
                items.TryAdd(file, new ProjectItem(file, Metadata(link), Metadata(@class)));
            }
        }
    }
}
