using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LuaGen;

/// <content>JSON.</content>
public ref partial struct ScriptReply
{
    /// <summary>Reads a string that holds JSON.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="type">How the type is read.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ScriptReplyException">The next element is no string, or none that holds JSON of the type.</exception>
    public T ReadJson<T>(JsonTypeInfo<T> type)
    {
        var json = ReadBytes();
        try
        {
            if (JsonSerializer.Deserialize(json, type) is { } value)
            {
                return value;
            }
        }
        catch (JsonException)
        {
            // Told as what it is to the caller: a reply of another shape. The text may hold values, so it is not told.
        }
        catch (Exception failure)
        {
            // Constructors, setters and converters are the caller's and throw what they like, an ArgumentException too,
            // and that would say that nothing was sent. Its message may hold values as well.
            throw Unknown($"JSON that {typeof(T)} can be read from without {failure.GetType()}");
        }

        throw Unknown($"JSON of {typeof(T)}");
    }
}
