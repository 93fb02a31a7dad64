using System.Runtime.CompilerServices;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// How a call travels: <c>EVALSHA</c> first, and after a proof that the server has not executed it, as
/// <see cref="ScriptHealing"/> has it. Nothing else is ever sent again.
/// </summary>
internal static class ScriptSender
{
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
        var form = FirstForm(target, flags);
        try
        {
            ScriptResult result;
            try
            {
                result = new ScriptResult(await ExecuteAsync(call, target.Async, form, flags, cancellationToken).ConfigureAwait(false));
            }
            catch (Exception refusal) when (target.MayHeal(flags) && ScriptHealing.MayHeal(refusal, form, flags))
            {
                result = await ScriptHealing.HealAsync(call, target.Healer!, form, refusal, flags, cancellationToken).ConfigureAwait(false);
            }

            return Use<TUse, T>(call.Script, result, use, flags);
        }
        catch (Exception failure) when (ScriptFailure.Of(call, target, form, failure, cancellationToken) is { } told)
        {
            throw told;
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
        var form = FirstForm(target, flags);
        try
        {
            var database = target.Sync ?? throw new ScriptRefusedException(
                $"{call.Script.Name} cannot wait for its reply in a batch or a transaction: use {call.Script.Name}Async.");
            ScriptResult result;
            try
            {
                result = SendOnce(call, database, form, flags);
            }
            catch (Exception refusal) when (target.MayHeal(flags) && ScriptHealing.MayHeal(refusal, form, flags))
            {
                result = ScriptHealing.Heal(call, database, form, refusal, flags);
            }

            return Use<TUse, T>(call.Script, result, use, flags);
        }
        catch (Exception failure) when (ScriptFailure.Of(call, target, form, failure, CancellationToken.None) is { } told)
        {
            throw told;
        }
        finally
        {
            call.Release();
        }
    }

    /// <summary>
    /// Fire-and-forget through a database: the text at once, so that a server without the script loses no call. The client
    /// is asked for the answer all the same and nobody waits for it, because a slot that has moved is told there alone.
    /// </summary>
    public static void Forget(ScriptCall call, ScriptTarget target, CommandFlags flags)
    {
        flags = (flags & ~CommandFlags.FireAndForget) | CommandFlags.NoScriptCache;
        var sending = ScriptTelemetry.IsOn
            ? ScriptTelemetry.ObserveAsync<ForgettingUse, ValueTuple>(call, target, default, flags, CancellationToken.None)
            : SendAsync<ForgettingUse, ValueTuple>(call, target, default, flags, CancellationToken.None);
        if (sending.IsCompleted)
        {
            // What the client refuses to send, the caller hears even so.
            sending.GetAwaiter().GetResult();
        }
        else
        {
            _ = ForgetAsync(sending);
        }

        static async Task ForgetAsync(ValueTask<ValueTuple> sending) =>
            await ((Task)sending.AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>One send, and the wait for its reply.</summary>
    public static async Task<ScriptResult> SendOnceAsync(
        ScriptCall call,
        IDatabase database,
        SendForm form,
        CommandFlags flags,
        CancellationToken cancellationToken)
    {
        if (form != SendForm.TextFollowed)
        {
            return new ScriptResult(await ExecuteAsync(call, database, form, flags, cancellationToken).ConfigureAwait(false));
        }

        ScriptCanceledException.ThrowIfCanceled(cancellationToken);
        var sent = database.ExecuteAsync(call.Script.TextCommand, call.ByTextFollowed(), flags);
        return new ScriptResult(RespText.Of(await sent.WaitAsync(cancellationToken).ConfigureAwait(false)));
    }

    /// <summary>One send by a caller that waits.</summary>
    public static ScriptResult SendOnce(ScriptCall call, IDatabase database, SendForm form, CommandFlags flags) => form switch
    {
        SendForm.Sha1 => new(database.ExecuteResp(call.Script.Sha1Command, call.BySha1(), flags | CommandFlags.NoRedirect)),
        SendForm.Text => new(database.ExecuteResp(call.Script.TextCommand, call.ByText(), flags | CommandFlags.NoRedirect)),
        _ => new(RespText.Of(database.Execute(call.Script.TextCommand, call.ByTextFollowed(), flags))),
    };

    // In a batch the answer comes only after it was executed, in a transaction after it was committed, and to
    // fire-and-forget never: there the one send must do.
    public static SendForm FirstForm(ScriptTarget target, CommandFlags flags) =>
        target.MayHeal(flags) && (flags & CommandFlags.NoScriptCache) == 0 ? SendForm.Sha1 : SendForm.Text;

    private static Task<RespResult> ExecuteAsync(
        ScriptCall call,
        IDatabaseAsync database,
        SendForm form,
        CommandFlags flags,
        CancellationToken cancellationToken)
    {
        ScriptCanceledException.ThrowIfCanceled(cancellationToken);
        // The client renders the words before it returns, so that they may be changed for the next send, or given back. It
        // cannot write them a second time: a redirect that it followed itself would cost the connection to the other node
        // and everything that is under way on it.
        var sent = form == SendForm.Sha1
            ? database.ExecuteRespAsync(call.Script.Sha1Command, call.BySha1(), flags | CommandFlags.NoRedirect)
            : database.ExecuteRespAsync(call.Script.TextCommand, call.ByText(), flags | CommandFlags.NoRedirect);
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

    private static T Use<TUse, T>(ScriptDefinition script, ScriptResult result, TUse use, CommandFlags flags)
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
