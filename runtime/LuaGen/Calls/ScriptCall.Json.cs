using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using StackExchange.Redis;

namespace LuaGen;

/// <content>Adds arguments that are serialized as JSON.</content>
public partial struct ScriptCall
{
    /// <summary>Adds a value, serialized as JSON in UTF-8.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="type">The serialization metadata of the type.</param>
    /// <param name="parameter">The name of the C# parameter, for exceptions.</param>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="JsonException">The value cannot be serialized.</exception>
    public void AddJson<T>(T value, JsonTypeInfo<T> type, string parameter)
    {
        if (value is null)
        {
            Refuse(new ArgumentNullException(parameter, NullArgument));
        }

        Add((RedisValue)JsonSerializer.SerializeToUtf8Bytes(value, type), parameter);
    }
}
