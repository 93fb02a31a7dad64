using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using StackExchange.Redis;

namespace LuaGen;

/// <content>Arguments that are sent as JSON.</content>
public partial struct ScriptCall
{
    /// <summary>Adds a value as JSON, in UTF-8.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="type">How the type is written.</param>
    /// <param name="parameter">The parameter that it came from, for the exception.</param>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="JsonException">The value cannot be written.</exception>
    public void AddJson<T>(T value, JsonTypeInfo<T> type, string parameter)
    {
        if (value is null)
        {
            Refuse(new ArgumentNullException(parameter, NullArgument));
        }

        Add((RedisValue)JsonSerializer.SerializeToUtf8Bytes(value, type), parameter);
    }
}
