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

    /// <summary>Sends the text and blocks until the reply arrives. The caller disposes it.</summary>
    public abstract ScriptResult SendText(IDatabase database, in ScriptCall call, CommandFlags flags);

    /// <summary>Sends the SHA-1 and blocks until the reply arrives. The caller disposes it.</summary>
    public abstract ScriptResult SendSha1(IDatabase database, in ScriptCall call, CommandFlags flags);

    /// <summary>Returns a reader at the first element of a reply of this transport.</summary>
    public abstract RespReader Read(ScriptResult result);

    /// <summary>Releases the memory of a reply of this transport.</summary>
    public abstract void Release(ScriptResult result);

#if NET
    // The name is constant, so that trimming and Native AOT keep the type. Client 3.2 added it together with the methods that return it.
    private static bool HasLeasedReplies() => Type.GetType("StackExchange.Redis.RespResult, StackExchange.Redis") is not null;
#endif
}
