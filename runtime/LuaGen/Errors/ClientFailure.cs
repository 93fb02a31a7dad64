using StackExchange.Redis;

namespace LuaGen;

/// <summary>What the client throws of its own accord. Its exceptions have no common base.</summary>
internal static class ClientFailure
{
    public static bool Is(Exception exception) => exception is RedisException or RedisCommandException or TimeoutException;
}
