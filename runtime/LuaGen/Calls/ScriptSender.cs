using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// Sends calls: scripts first as <c>EVALSHA</c>, functions as <c>FCALL</c>; then, after a reply that proves that the server did not execute the script, as
/// <see cref="ScriptFallback"/> decides. No other call is resent.
/// </summary>
internal static class ScriptSender
{
    /// <summary>Sends a call and uses its reply.</summary>
    public static ValueTask<T> SendAsync<TUse, T>(
        ScriptCall call,
        ScriptTarget target,
        TUse use,
        CommandFlags flags,
        CancellationToken cancellationToken)
        where TUse : struct, IReplyUse<T>
    {
        var form = FirstForm(call.Definition, target, flags);
#if NET
        if (form == SendForm.Sha1 && target.IsLeanBatch && !cancellationToken.CanBeCanceled && call.IsComplete)
        {
            Task sent;
            try
            {
                sent = Begin(call, target.Async, form, flags, cancellationToken);
            }
            catch (Exception refusal)
            {
                sent = Task.FromException(refusal);
            }

            return sent.IsCompleted
                ? CompleteAsync<TUse, T>(call, target, use, form, sent, flags, cancellationToken)
                : BatchedCall<TUse, T>.CompleteAsync(call, target, use, flags, sent);
        }
#endif
        return CompleteAsync<TUse, T>(call, target, use, form, sent: null, flags, cancellationToken);
    }

    /// <summary>
    /// Sends a call, if it was not sent before, and uses its reply. The state machine is pooled, so a call allocates only what the client
    /// allocates.
    /// </summary>
#if NET
    [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    public static async ValueTask<T> CompleteAsync<TUse, T>(
        ScriptCall call,
        ScriptTarget target,
        TUse use,
        SendForm form,
        Task? sent,
        CommandFlags flags,
        CancellationToken cancellationToken)
        where TUse : struct, IReplyUse<T>
    {
        call.DemandComplete();
        try
        {
            ScriptResult result;
            try
            {
                // Awaited without its result, because only the transport knows the type of the reply. The wait needs no method
                // of its own, whose state machine would be allocated.
                sent ??= Begin(call, target.Async, form, flags, cancellationToken);
                if (form == SendForm.Text && call.Definition is ScriptDefinition script)
                {
                    target.Texts?.Add(script, sent);
                }

                await Ended(sent, cancellationToken).ConfigureAwait(false);
                result = TransportOf(form).ResultOf(sent);
            }
            catch (OperationCanceledException) when (sent is { IsCanceled: false })
            {
                TransportOf(form).DisposeLate(sent);
                throw;
            }
            catch (Exception refusal) when (target.MayFallBack(flags) && ScriptFallback.MayFallBack(refusal, form, flags))
            {
                // Awaited as a Task like the first send, so that the state machine has one awaiter instead of two.
                sent = ScriptFallback.ResendAsync(call, target.FallbackDatabase!, form, refusal, flags, cancellationToken);
                await sent.ConfigureAwait(false);
                result = ((Task<ScriptResult>)sent).GetAwaiter().GetResult();
            }

            return Use<TUse, T>(call.Definition, result, use, flags);
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

    /// <summary>Sends a call, blocks until the reply arrives and uses it.</summary>
    public static T Send<TUse, T>(ScriptCall call, ScriptTarget target, TUse use, CommandFlags flags)
        where TUse : struct, IReplyUse<T>
    {
        call.DemandComplete();
        var form = FirstForm(call.Definition, target, flags);
        try
        {
            var database = target.Sync ?? throw new ScriptRefusedException(
                $"{call.Definition.Name} cannot wait for its reply in a batch or a transaction: use {call.Definition.Name}Async.");
            ScriptResult result;
            try
            {
                result = SendOnce(call, database, form, flags);
            }
            catch (Exception refusal) when (target.MayFallBack(flags) && ScriptFallback.MayFallBack(refusal, form, flags))
            {
                result = ScriptFallback.Resend(call, database, form, refusal, flags);
            }

            return Use<TUse, T>(call.Definition, result, use, flags);
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
    /// Sends a fire-and-forget call through a database. It sends the text, so that no call is lost on a server without the
    /// script. The client is still asked for the reply, which is not awaited by the caller, because only the reply reports
    /// that a slot has moved.
    /// </summary>
    public static void Forget(ScriptCall call, ScriptTarget target, CommandFlags flags)
    {
        flags = (flags & ~CommandFlags.FireAndForget) | CommandFlags.NoScriptCache;
        var sending = ScriptTelemetry.IsOn
            ? ScriptTelemetry.ObserveAsync<ForgettingUse, ValueTuple>(call, target, default, flags, CancellationToken.None)
            : SendAsync<ForgettingUse, ValueTuple>(call, target, default, flags, CancellationToken.None);
        if (sending.IsCompleted)
        {
            try
            {
                // If the client refuses to send the call, the caller still gets the exception.
                sending.GetAwaiter().GetResult();
            }
            catch (ScriptException)
            {
                // An error reply that has arrived already; one that arrives later is not reported either.
            }
        }
        else
        {
            _ = ForgetAsync(sending);
        }

        static async Task ForgetAsync(ValueTask<ValueTuple> sending) =>
            await ((Task)sending.AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Sends a call once and waits for its reply.</summary>
    public static async Task<ScriptResult> SendOnceAsync(
        ScriptCall call,
        IDatabase database,
        SendForm form,
        CommandFlags flags,
        CancellationToken cancellationToken)
    {
        var sent = Begin(call, database, form, flags, cancellationToken);
        try
        {
            await Ended(sent, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!sent.IsCanceled)
        {
            TransportOf(form).DisposeLate(sent);
            throw;
        }

        return TransportOf(form).ResultOf(sent);
    }

    /// <summary>Sends a call once and blocks until its reply arrives.</summary>
    public static ScriptResult SendOnce(ScriptCall call, IDatabase database, SendForm form, CommandFlags flags) => form switch
    {
        SendForm.Sha1 => ScriptTransport.Current.SendSha1(database, call, flags | CommandFlags.NoRedirect),
        SendForm.Text => ScriptTransport.Current.SendText(database, call, flags | CommandFlags.NoRedirect),
        _ => TransportOf(form).SendText(database, call, flags),
    };

    // A batch returns replies only after it is executed, a transaction only after EXEC, and a fire-and-forget call gets none:
    // these calls cannot fall back, so they include the text, unless the same transaction runs it before. Functions have no
    // second form.
    public static SendForm FirstForm(CallDefinition definition, ScriptTarget target, CommandFlags flags) =>
        definition is ScriptDefinition script && (target.MayFallBack(flags) || target.Texts?.Contains(script) == true) && (flags & CommandFlags.NoScriptCache) == 0 ? SendForm.Sha1 : SendForm.Text;

    // The leased transport cannot follow a redirect, because the client can write its arguments only once.
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
            // If the client followed a redirect of a leased call, it would close its connection to the other node, with all
            // calls that are in flight there. It would also run a script twice that returned an error like a redirect.
            SendForm.Sha1 => ScriptTransport.Current.SendSha1Async(database, call, flags | CommandFlags.NoRedirect),
            SendForm.Text => ScriptTransport.Current.SendTextAsync(database, call, flags | CommandFlags.NoRedirect),
            _ => TransportOf(form).SendTextAsync(database, call, flags),
        };
    }

    private static Task Ended(Task sent, CancellationToken cancellationToken) =>
        cancellationToken.CanBeCanceled && !sent.IsCompleted ? sent.WaitAsync(cancellationToken) : sent;

#if NET
    /// <summary>Uses the reply of a completed send by SHA-1.</summary>
    public static T ValueOf<TUse, T>(ScriptCall call, Task sent, TUse use, CommandFlags flags)
        where TUse : struct, IReplyUse<T> =>
        Use<TUse, T>(call.Definition, ScriptTransport.Current.ResultOf(sent), use, flags);
#endif

    private static T Use<TUse, T>(CallDefinition definition, ScriptResult result, TUse use, CommandFlags flags)
        where TUse : struct, IReplyUse<T>
    {
        using (result)
        {
            if ((flags & CommandFlags.FireAndForget) != 0)
            {
                return default!;
            }

            var reply = new ScriptReply(definition, result);
            return use.Use(ref reply);
        }
    }
}
