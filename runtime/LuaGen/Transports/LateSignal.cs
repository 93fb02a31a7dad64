#if NET
namespace LuaGen;

/// <summary>
/// Whether a blocking call of the client on this thread could end with the signal of an earlier one. Up to version 3.4.35 the
/// client returns from a blocking call as soon as an error has been stored in its result box, and keeps the box for the next
/// blocking call of the thread, while the connection's thread may still be about to signal it. The next call then returns
/// without a reply, and the calls after it return the replies of their predecessors
/// (StackExchange.Redis pull request 3212). After an error, blocking calls therefore wait for a task, which is never reused.
/// </summary>
internal static class LateSignal
{
    // Far longer than a thread that is ready to run can wait for a processor.
    private const long WaitMilliseconds = 30_000;

    [ThreadStatic]
    private static long s_end;

    /// <summary>Whether a signal of a failed call may still arrive.</summary>
    public static bool MayArrive => s_end != 0 && IsBeforeEnd();

    /// <summary>Notes that a blocking call of the client failed on this thread.</summary>
    public static void Expect() => s_end = Environment.TickCount64 + WaitMilliseconds;

    private static bool IsBeforeEnd()
    {
        if (Environment.TickCount64 < s_end)
        {
            return true;
        }

        s_end = 0;
        return false;
    }
}
#endif
