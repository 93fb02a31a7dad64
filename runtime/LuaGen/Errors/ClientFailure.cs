using StackExchange.Redis;

namespace LuaGen;

/// <summary>Recognizes the client's exceptions, which have no common base class.</summary>
internal static class ClientFailure
{
    public static bool Is(Exception exception) => exception is RedisException or RedisCommandException or TimeoutException;
}
