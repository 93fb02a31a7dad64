using StackExchange.Redis;

namespace LuaGen.Tests.Support;

/// <summary>Creates the client's exceptions, whose constructors take flags from 3.0 on.</summary>
internal static class ClientErrors
{
#if CLIENT_3
#pragma warning disable SER007 // Experimental in client 3.0 and 3.1.
    public static RedisServerException Server(string message) => new(RedisErrorKind.UnknownError, CommandFlags.None, message);
#pragma warning restore SER007

    public static RedisTimeoutException TimedOut(string message, CommandStatus status) => new(CommandFlags.None, message, status);

    public static RedisConnectionException Disconnected(ConnectionFailureType type, string message) => new(type, CommandFlags.None, message);

    public static RedisConnectionException Disconnected(ConnectionFailureType type, string message, CommandStatus status) =>
        new(type, CommandFlags.None, message, null, status);
#else
    public static RedisServerException Server(string message) => new(message);

    public static RedisTimeoutException TimedOut(string message, CommandStatus status) => new(message, status);

    public static RedisConnectionException Disconnected(ConnectionFailureType type, string message) => new(type, message);

    public static RedisConnectionException Disconnected(ConnectionFailureType type, string message, CommandStatus status) =>
        new(type, message, null, status);
#endif
}
