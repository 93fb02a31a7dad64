using StackExchange.Redis;

namespace LuaGen;

/// <summary>Recognizes the client's exceptions, which have no common base class.</summary>
internal static class ClientFailure
{
    /// <param name="exception">The exception.</param>
    /// <param name="cancellationToken">The caller's token. The client itself cancels the task of a command that finds no connection.</param>
    public static bool Is(Exception exception, CancellationToken cancellationToken = default) =>
        exception is RedisException or RedisCommandException or TimeoutException
        || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);
}
