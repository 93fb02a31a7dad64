using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer;

/// <summary>Reads parameters.</summary>
internal static class Parameters
{
    /// <exception cref="RequestException">They are not what the method takes.</exception>
    public static T Read<T>(JsonElement parameters, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return (parameters.ValueKind == JsonValueKind.Object ? parameters.Deserialize(type) : null)
                ?? throw new RequestException(ErrorCode.InvalidParams, "the parameters are not an object");
        }
        catch (JsonException exception)
        {
            throw new RequestException(ErrorCode.InvalidParams, exception.Message);
        }
    }
}
