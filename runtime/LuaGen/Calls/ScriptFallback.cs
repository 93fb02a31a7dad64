using System.Net;
using System.Runtime.ExceptionServices;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// What follows a send that the server has proved not to have executed. There are two such proofs: NOSCRIPT as the answer
/// to <c>EVALSHA</c>, and a cluster node's redirect that names the slot of the call's keys. Each is followed by one more
/// send; everything else is the caller's to hear.
/// </summary>
internal static class ScriptFallback
{
    // As many as Redis's own clients follow. Two nodes may point at each other while a slot changes hands.
    private const int MaxRedirects = 5;
    private const int RedirectPauseMilliseconds = 20;

    // The rest of the line differs between Redis and Valkey; a script's own NOSCRIPT is not to be taken for the server's.
    private const string UnknownScript = "NOSCRIPT No matching script";

    /// <summary>Whether a send failed in a way that may be such a proof; whose redirect it is, is still to be seen.</summary>
    public static bool MayFallBack(Exception exception, SendForm sent, CommandFlags flags) =>
        (sent == SendForm.Sha1 && IsUnknownScript(exception))
        || ((flags & CommandFlags.NoRedirect) == 0 && Redirect.Of(exception) is not null);

    /// <summary>
    /// Sends a refused call again. Callers that meet NOSCRIPT together wait for the first of them, which sends the text,
    /// and try the SHA-1 again, then the text: at most three sends, each but the first after a NOSCRIPT.
    /// </summary>
    public static async Task<ScriptResult> ResendAsync(
        ScriptCall call,
        IDatabase database,
        SendForm form,
        Exception refusal,
        CommandFlags flags,
        CancellationToken cancellationToken)
    {
        IDisposable? lead = null;
        var hasWaited = false;
        try
        {
            for (var redirects = 0; ;)
            {
                if (Redirect.Of(refusal) is { } redirect)
                {
                    if (++redirects > MaxRedirects || !await IsOwnAsync(redirect, call, database).ConfigureAwait(false))
                    {
                        ExceptionDispatchInfo.Throw(refusal);
                    }

                    form = After(redirect, form, redirects);
                    await Task.Delay(RedirectPauseMilliseconds * (redirects - 1), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
                else
                {
                    ScriptTelemetry.Fallback(call.Script);
                    form = SendForm.Text;
                    if (!hasWaited && lead is null)
                    {
                        (lead, var ended) = PendingLoads.Of(database.Multiplexer).Enter(NodeOf(call, database), call.Script.Sha1);
                        if (lead is null)
                        {
                            await ended.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                            form = SendForm.Sha1;
                            hasWaited = true;
                        }
                    }
                }

                try
                {
                    // This looks at the token, which is all that a cancelled wait above needs.
                    return await ScriptSender.SendOnceAsync(call, database, form, flags, cancellationToken).ConfigureAwait(false);
                }
                catch (Exception next) when (MayFallBack(next, form, flags))
                {
                    refusal = next;
                }
            }
        }
        finally
        {
            lead?.Dispose();
        }
    }

    /// <summary>The same for a caller that holds a thread, and so never waits for other callers.</summary>
    public static ScriptResult Resend(ScriptCall call, IDatabase database, SendForm form, Exception refusal, CommandFlags flags)
    {
        for (var redirects = 0; ;)
        {
            if (Redirect.Of(refusal) is { } redirect)
            {
                if (++redirects > MaxRedirects || !IsOwn(redirect, call, database))
                {
                    ExceptionDispatchInfo.Throw(refusal);
                }

                form = After(redirect, form, redirects);
                Thread.Sleep(RedirectPauseMilliseconds * (redirects - 1));
            }
            else
            {
                ScriptTelemetry.Fallback(call.Script);
                form = SendForm.Text;
            }

            try
            {
                return ScriptSender.SendOnce(call, database, form, flags);
            }
            catch (Exception next) when (MayFallBack(next, form, flags))
            {
                refusal = next;
            }
        }
    }

    private static bool IsUnknownScript(Exception exception) =>
        exception is RedisServerException && exception.Message.StartsWith(UnknownScript, StringComparison.Ordinal);

    // The client has learnt where a moved slot is, and the same send goes there. When it does not (2.x takes a replica that
    // has just become the primary for a replica until it looks at the cluster again), the client follows the redirect itself.
    private static SendForm After(Redirect redirect, SendForm form, int redirects) => redirect.IsAsk || redirects > 1
        ? SendForm.TextFollowed
        : form == SendForm.TextFollowed ? SendForm.Text : form;

    private static async ValueTask<bool> IsOwnAsync(Redirect redirect, ScriptCall call, IDatabase database)
    {
        if (redirect.Names(call, database.Multiplexer))
        {
            return true;
        }

        if (!redirect.MayName(call))
        {
            return false;
        }

        try
        {
            return (int)await database.ExecuteAsync("CLUSTER", KeySlot(call), CommandFlags.None).ConfigureAwait(false) == redirect.Slot;
        }
        catch (Exception failure) when (ClientFailure.Is(failure))
        {
            return false;
        }
    }

    private static bool IsOwn(Redirect redirect, ScriptCall call, IDatabase database)
    {
        if (redirect.Names(call, database.Multiplexer))
        {
            return true;
        }

        if (!redirect.MayName(call))
        {
            return false;
        }

        try
        {
            return (int)database.Execute("CLUSTER", KeySlot(call), CommandFlags.None) == redirect.Slot;
        }
        catch (Exception failure) when (ClientFailure.Is(failure))
        {
            return false;
        }
    }

    // A key-prefixed database keeps its prefix to itself, but puts it before this key too.
    private static object[] KeySlot(ScriptCall call) => ["KEYSLOT", call.FirstKey!.Value];

    // A wrong node (that of the key without its prefix, or a replica's primary) costs a send, never a result: whoever waits
    // sends again by NOSCRIPT alone. Outside a cluster there is one primary, and no node to name.
    private static EndPoint? NodeOf(ScriptCall call, IDatabase database)
    {
        if (call.FirstKey is not { } key)
        {
            return null;
        }

        var multiplexer = database.Multiplexer;
        var cluster = multiplexer.GetServers().Select(static server => server.ClusterConfiguration).FirstOrDefault(static cluster => cluster is not null);
        return cluster?.GetBySlot(multiplexer.GetHashSlot(key))?.EndPoint;
    }
}
