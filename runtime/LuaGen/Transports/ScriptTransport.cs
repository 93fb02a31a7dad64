using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// How a command reaches the client and its reply comes back. Chosen once, by what the loaded client has, because the
/// runtime is compiled against the oldest client and runs with newer ones.
/// </summary>
internal abstract class ScriptTransport
{
    /// <summary>What every call uses. Read-only, so that the compiler of .NET sees one type and no choice is left in a call.</summary>
    public static readonly ScriptTransport Current =
#if NET
        HasLeasedReplies() ? new LeasedTransport() :
#endif
        GeneralTransport.Instance;

    /// <summary>Begins a send. The words are read before it returns, and may be changed or given back after that.</summary>
    /// <returns>Completes with the reply, for <see cref="ResultOf"/>.</returns>
    public abstract Task SendAsync(IDatabaseAsync database, string command, ReadOnlySpan<RespArgument> words, CommandFlags flags);

    /// <summary>The reply of a send that has completed. The caller disposes it.</summary>
    public abstract ScriptResult ResultOf(Task sent);

    /// <summary>Sends and waits for the reply. The caller disposes it.</summary>
    public abstract ScriptResult Send(IDatabase database, string command, ReadOnlySpan<RespArgument> words, CommandFlags flags);

    /// <summary>A reader at the first element of a reply of this transport's.</summary>
    public abstract RespReader Read(ScriptResult result);

    /// <summary>Ends the use of a reply of this transport's.</summary>
    public abstract void Release(ScriptResult result);

#if NET
    // By a constant name, which trimming and Native AOT follow. The type and the methods that return it came together (3.2).
    private static bool HasLeasedReplies() => Type.GetType("StackExchange.Redis.RespResult, StackExchange.Redis") is not null;
#endif
}
