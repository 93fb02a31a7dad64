using System.Text.Json;

namespace LuaGen.Tool.Check.Configuration;

/// <summary>Reads a JSON file property by property, and knows where it is: a wrong value is reported at its line.</summary>
internal static class JsonObjectReader
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public delegate void ReadProperty(string name, ref Utf8JsonReader value);

    /// <summary>Reads the object that is the whole file.</summary>
    public static void ReadFile(string path, byte[] bytes, ReadProperty read)
    {
        var json = bytes.AsSpan() is [0xEF, 0xBB, 0xBF, .. var rest] ? rest : bytes;
        var reader = new Utf8JsonReader(json, Options);
        try
        {
            reader.Read();
            ReadObject(ref reader, read);

            // What follows the object is a fault too.
            reader.Read();
        }
        catch (JsonException exception)
        {
            throw new ConfigurationException(path, (exception.LineNumber ?? 0) + 1, (exception.BytePositionInLine ?? 0) + 1, "not valid JSON");
        }
        catch (FormatException exception)
        {
            var (line, column) = PositionOf(json, reader.TokenStartIndex);
            throw new ConfigurationException(path, line, column, exception.Message);
        }
    }

    public static void ReadObject(ref Utf8JsonReader reader, ReadProperty read)
    {
        Expect(ref reader, JsonTokenType.StartObject, "an object { … }");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            read(name, ref reader);
        }
    }

    public static string ReadString(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.String, "a string");
        return reader.GetString()!;
    }

    public static bool ReadBoolean(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw new FormatException("expected true or false"),
    };

    public static void Expect(ref Utf8JsonReader reader, JsonTokenType type, string expected)
    {
        if (reader.TokenType != type)
        {
            throw new FormatException($"expected {expected}");
        }
    }

    private static (int Line, int Column) PositionOf(ReadOnlySpan<byte> json, long index)
    {
        var before = json[..(int)index];
        return (before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'));
    }
}
