using System.Net;
using System.Runtime.ExceptionServices;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// Resends a call after a reply that proves that the server did not execute the script. There are two such replies: NOSCRIPT
/// to <c>EVALSHA</c>, and a cluster node's redirect that names the slot of the call's keys. Each allows one more send. All
/// other failures are thrown to the caller.
/// </summary>
internal static class ScriptFallback
{
    // The limit of Redis's own clients. Two nodes may redirect to each other while a slot moves.
    private const int MaxRedirects = 5;
    private const int RedirectPauseMilliseconds = 20;

    // The rest of the message differs between Redis and Valkey. The prefix is this long so that it does not match errors of scripts.
    private const string UnknownScript = "NOSCRIPT No matching script";

    /// <summary>Whether the failure may allow a resend. A redirect's slot is compared with the keys later.</summary>
    public static bool MayFallBack(Exception exception, SendForm sent, CommandFlags flags) =>
        (sent == SendForm.Sha1 && IsUnknownScript(exception))
        || ((flags & CommandFlags.NoRedirect) == 0 && Redirect.Of(exception) is not null);

    /// <summary>
    /// Resends a call. After NOSCRIPT, the first of several concurrent callers sends the text; the others wait for it, then
    /// resend <c>EVALSHA</c>, and after another NOSCRIPT send the text. Without redirects this gives at most three sends.
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
                    // This checks the token, so a cancelled wait above needs no check of its own.
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

    /// <summary>Resends a call synchronously. The caller blocks a thread, so it does not wait for other callers.</summary>
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

    // The client has updated its slot map, so the same send reaches the new node. If it does not (client 2.x treats a newly
    // promoted primary as a replica until it next refreshes the cluster's configuration), the client follows the redirect.
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

    // The key prefix of a database cannot be read, but the database adds it to this key too.
    private static object[] KeySlot(ScriptCall call) => ["KEYSLOT", call.FirstKey!.Value];

    // A wrong node (that of the key without its prefix, or the primary instead of a replica) costs a send but cannot change
    // a result, because waiting callers resend only after NOSCRIPT. Outside a cluster there is one primary, so the node is null.
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
