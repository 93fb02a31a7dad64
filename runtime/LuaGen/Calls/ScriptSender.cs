using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// How a call travels: <c>EVALSHA</c> first, and after a proof that the server has not executed it, as
/// <see cref="ScriptFallback"/> has it. Nothing else is ever sent again.
/// </summary>
internal static class ScriptSender
{
    /// <summary>The state machine of every call, pooled, so that a call allocates only what the client does.</summary>
#if NET
    [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder<>))]
#endif
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
                // Not awaited for its reply, whose type is the transport's to know.
                var sent = Begin(call, target.Async, form, flags, cancellationToken);
                await Ended(sent, form, cancellationToken).ConfigureAwait(false);
                result = TransportOf(form).ResultOf(sent);
            }
            catch (Exception refusal) when (target.MayFallBack(flags) && ScriptFallback.MayFallBack(refusal, form, flags))
            {
                result = await ScriptFallback.ResendAsync(call, target.FallbackDatabase!, form, refusal, flags, cancellationToken).ConfigureAwait(false);
            }

            return Use<TUse, T>(call.Script, result, use, flags);
        }
        catch (Exception failure) when (ScriptFailure.Of(call, target, form, failure, cancellationToken) is { } translated)
        {
            throw translated;
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
            catch (Exception refusal) when (target.MayFallBack(flags) && ScriptFallback.MayFallBack(refusal, form, flags))
            {
                result = ScriptFallback.Resend(call, database, form, refusal, flags);
            }

            return Use<TUse, T>(call.Script, result, use, flags);
        }
        catch (Exception failure) when (ScriptFailure.Of(call, target, form, failure, CancellationToken.None) is { } translated)
        {
            throw translated;
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
        var sent = Begin(call, database, form, flags, cancellationToken);
        await Ended(sent, form, cancellationToken).ConfigureAwait(false);
        return TransportOf(form).ResultOf(sent);
    }

    /// <summary>One send by a caller that waits.</summary>
    public static ScriptResult SendOnce(ScriptCall call, IDatabase database, SendForm form, CommandFlags flags) => form switch
    {
        SendForm.Sha1 => ScriptTransport.Current.Send(database, call.Script.Sha1Command, call.BySha1(), flags | CommandFlags.NoRedirect),
        SendForm.Text => ScriptTransport.Current.Send(database, call.Script.TextCommand, call.ByText(), flags | CommandFlags.NoRedirect),
        _ => TransportOf(form).Send(database, call.Script.TextCommand, call.ByText(), flags),
    };

    // In a batch the answer comes only after it was executed, in a transaction after it was committed, and to
    // fire-and-forget never: there the one send must do.
    public static SendForm FirstForm(ScriptTarget target, CommandFlags flags) =>
        target.MayFallBack(flags) && (flags & CommandFlags.NoScriptCache) == 0 ? SendForm.Sha1 : SendForm.Text;

    // The leased one cannot follow a redirect: the client writes its words once.
    private static ScriptTransport TransportOf(SendForm form) =>
        form == SendForm.TextFollowed ? GeneralTransport.Instance : ScriptTransport.Current;

    private static Task Begin(
        ScriptCall call,
        IDatabaseAsync database,
        SendForm form,
        CommandFlags flags,
        CancellationToken cancellationToken)
    {
        ScriptCanceledException.ThrowIfCanceled(cancellationToken);
        return form switch
        {
            // A redirect that the client followed itself would cost a leased call the connection to the other node and
            // everything that is under way on it, and run a script twice that returned the redirect.
            SendForm.Sha1 => ScriptTransport.Current.SendAsync(database, call.Script.Sha1Command, call.BySha1(), flags | CommandFlags.NoRedirect),
            SendForm.Text => ScriptTransport.Current.SendAsync(database, call.Script.TextCommand, call.ByText(), flags | CommandFlags.NoRedirect),
            _ => TransportOf(form).SendAsync(database, call.Script.TextCommand, call.ByText(), flags),
        };
    }

    private static Task Ended(Task sent, SendForm form, CancellationToken cancellationToken) =>
        cancellationToken.CanBeCanceled && !sent.IsCompleted ? WaitAsync(TransportOf(form), sent, cancellationToken) : sent;

    private static async Task WaitAsync(ScriptTransport transport, Task sent, CancellationToken cancellationToken)
    {
        try
        {
            await sent.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!sent.IsCanceled)
        {
            // Only the wait has ended: the reply still comes, and its lease is nobody else's to end.
            _ = DisposeLateAsync(transport, sent);
            throw;
        }
    }

    private static async Task DisposeLateAsync(ScriptTransport transport, Task sent)
    {
        await sent.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (sent.Status == TaskStatus.RanToCompletion)
        {
            transport.ResultOf(sent).Dispose();
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
