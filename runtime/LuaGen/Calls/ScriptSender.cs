using System.Runtime.CompilerServices;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// How a call travels: <c>EVALSHA</c>, and after the server's own NOSCRIPT, which proves that nothing was executed,
/// once more as <c>EVAL</c>. Nothing else is ever sent again.
/// </summary>
internal static class ScriptSender
{
    // The rest of the line differs between Redis and Valkey; a script's own NOSCRIPT is not to be taken for the server's.
    private const string UnknownScript = "NOSCRIPT No matching script";

    /// <summary>The state machine of every call, pooled, so that a call allocates only what the client does.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<T> SendAsync<TUse, T>(
        ScriptCall call,
        ScriptTarget target,
        TUse use,
        CommandFlags flags,
        CancellationToken cancellationToken)
        where TUse : struct, IReplyUse<T>
    {
        call.DemandComplete();
        try
        {
            RespResult? result = null;
            if (MayResend(target, flags))
            {
                try
                {
                    result = await ExecuteAsync(target, "EVALSHA", call.BySha1(), flags, cancellationToken).ConfigureAwait(false);
                }
                catch (RedisServerException error) when (IsUnknownScript(error))
                {
                    // Not executed; the text follows.
                }
            }

            result ??= await ExecuteAsync(target, "EVAL", call.ByText(), flags, cancellationToken).ConfigureAwait(false);
            return Use<TUse, T>(call.Script, result, use, flags);
        }
        catch (RedisServerException error)
        {
            throw ScriptException.From(call.Script, error);
        }
        finally
        {
            call.Release();
        }
    }

    /// <summary>The same road for a caller that waits.</summary>
    public static T Send<TUse, T>(ScriptCall call, ScriptTarget target, TUse use, CommandFlags flags)
        where TUse : struct, IReplyUse<T>
    {
        call.DemandComplete();
        try
        {
            var database = target.Sync ?? throw new InvalidOperationException(
                $"{call.Script.Name} cannot wait for its reply in a batch or a transaction: use {call.Script.Name}Async.");
            RespResult? result = null;
            if (MayResend(target, flags))
            {
                try
                {
                    result = database.ExecuteResp("EVALSHA", call.BySha1(), flags);
                }
                catch (RedisServerException error) when (IsUnknownScript(error))
                {
                    // Not executed; the text follows.
                }
            }

            result ??= database.ExecuteResp("EVAL", call.ByText(), flags);
            return Use<TUse, T>(call.Script, result, use, flags);
        }
        catch (RedisServerException error)
        {
            throw ScriptException.From(call.Script, error);
        }
        finally
        {
            call.Release();
        }
    }

    // In a batch the answer comes only after it was executed, in a transaction after it was committed, and to
    // fire-and-forget never: there the one send must do.
    private static bool MayResend(ScriptTarget target, CommandFlags flags) =>
        target.Sync is not null && (flags & (CommandFlags.FireAndForget | CommandFlags.NoScriptCache)) == 0;

    private static bool IsUnknownScript(RedisServerException error) =>
        error.Message.StartsWith(UnknownScript, StringComparison.Ordinal);

    private static Task<RespResult> ExecuteAsync(
        ScriptTarget target,
        string command,
        ReadOnlyMemory<RedisKeyOrValue> words,
        CommandFlags flags,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // The client renders the words before it returns, so that they may be changed for the next send, or given back.
        var sent = target.Async.ExecuteRespAsync(command, words, flags);
        return cancellationToken.CanBeCanceled ? WaitAsync(sent, cancellationToken) : sent;
    }

    private static async Task<RespResult> WaitAsync(Task<RespResult> sent, CancellationToken cancellationToken)
    {
        try
        {
            return await sent.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Only the wait has ended: the reply still comes, and its lease is nobody else's to end.
            _ = DisposeLateAsync(sent);
            throw;
        }
    }

    private static async Task DisposeLateAsync(Task<RespResult> sent)
    {
        await ((Task)sent).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (sent.IsCompletedSuccessfully)
        {
            sent.Result.Dispose();
        }
    }

    private static T Use<TUse, T>(ScriptDefinition script, RespResult result, TUse use, CommandFlags flags)
        where TUse : struct, IReplyUse<T>
    {
        using (result)
        {
            if ((flags & CommandFlags.FireAndForget) != 0)
            {
                return default!;
            }

            var reply = new ScriptReply(script, result);
            return use.Use(ref reply);
        }
    }
}
