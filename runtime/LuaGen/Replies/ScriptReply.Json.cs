using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LuaGen;

/// <content>Reads JSON.</content>
public ref partial struct ScriptReply
{
    /// <summary>Reads a string that contains JSON.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="type">The serialization metadata of the type.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ScriptReplyException">The next element is not a string, or not JSON of the type.</exception>
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
            // For the caller this is a reply of another shape. The text of the exception may contain values, so it is not included.
        }
        catch (Exception failure)
        {
            // Constructors, setters and converters are user code and can throw any exception. An ArgumentException would mean
            // that nothing was sent, so none of them may escape. Their messages may contain values too.
            throw Unknown($"JSON that {typeof(T)} can be read from without {failure.GetType()}");
        }

        throw Unknown($"JSON of {typeof(T)}");
    }
}
