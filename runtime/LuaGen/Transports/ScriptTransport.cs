using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// Sends a command through the client and reads its reply. The transport is chosen once, depending on the loaded client,
/// because the runtime is compiled against the oldest supported client but also runs with newer ones.
/// </summary>
internal abstract class ScriptTransport
{
    /// <summary>The transport of all calls; read-only, so that the JIT compiler knows its type and devirtualizes calls.</summary>
    public static readonly ScriptTransport Current =
#if NET
        HasLeasedReplies() ? new LeasedTransport() :
#endif
        GeneralTransport.Instance;

    /// <summary>Starts a send of the text. The arguments are read before it returns; the caller may then change or return their array.</summary>
    /// <returns>A task that completes with the reply, to be passed to <see cref="ResultOf"/>.</returns>
    public abstract Task SendTextAsync(IDatabaseAsync database, in ScriptCall call, CommandFlags flags);

    /// <summary>Starts a send of the SHA-1.</summary>
    /// <inheritdoc cref="SendTextAsync" path="/returns"/>
    public abstract Task SendSha1Async(IDatabaseAsync database, in ScriptCall call, CommandFlags flags);

    /// <summary>Returns the reply of a completed send. The caller disposes it.</summary>
    public abstract ScriptResult ResultOf(Task sent);

    /// <summary>
    /// Sends the text and blocks until the reply arrives. The caller disposes it. This waits for the client's task, because its
    /// blocking methods can return a reply of another call (see <c>LateSignal</c>).
    /// </summary>
    public virtual ScriptResult SendText(IDatabase database, in ScriptCall call, CommandFlags flags) =>
        Wait(SendTextAsync(database, call, flags), database);

    /// <summary>Sends the SHA-1 and blocks until the reply arrives, like <see cref="SendText"/>. The caller disposes it.</summary>
    public virtual ScriptResult SendSha1(IDatabase database, in ScriptCall call, CommandFlags flags) =>
        Wait(SendSha1Async(database, call, flags), database);

    /// <summary>Returns a reader at the first element of a reply of this transport.</summary>
    public abstract RespReader Read(ScriptResult result);

    /// <summary>Releases the memory of a reply of this transport.</summary>
    public abstract void Release(ScriptResult result);

    /// <summary>Releases the reply of a send whose caller no longer waits: it still arrives, and its lease must be returned then.</summary>
    public void DisposeLate(Task sent)
    {
        _ = DisposeAsync(sent);

        async Task DisposeAsync(Task sent)
        {
            await sent.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (sent.Status == TaskStatus.RanToCompletion)
            {
                ResultOf(sent).Dispose();
            }
        }
    }

    private ScriptResult Wait(Task sent, IDatabase database)
    {
        if (!sent.IsCompleted && !HasEnded(sent, Limit(database)))
        {
            DisposeLate(sent);
            throw new RedisTimeoutException("No reply arrived in time.", CommandStatus.Unknown);
        }

        return ResultOf(sent);
    }

    // One heartbeat more than the client allows a call, because its own exception, which says more, comes with a heartbeat. A
    // limit that Task.Wait refuses would be thrown after the send, as an exception of a call that was not sent.
    private static int Limit(IDatabase database)
    {
        const int Heartbeat = 1000;
        return database.Multiplexer?.TimeoutMilliseconds is (>= 0 and <= int.MaxValue - Heartbeat) and var timeout ? timeout + Heartbeat : Timeout.Infinite;
    }

    private static bool HasEnded(Task sent, int limit)
    {
        try
        {
            return sent.Wait(limit);
        }
        catch (AggregateException)
        {
            // ResultOf throws the exception itself.
            return true;
        }
    }

#if NET
    // The name is constant, so that trimming and Native AOT keep the type. Client 3.2 added it together with the methods that return it.
    private static bool HasLeasedReplies() => Type.GetType("StackExchange.Redis.RespResult, StackExchange.Redis") is not null;
#endif
}
