using StackExchange.Redis;

namespace LuaGen;

/// <content>Sends the call. Each call is sent by exactly one of these methods.</content>
public partial struct ScriptCall
{
    /// <summary>Sends the call as <c>EVALSHA</c> or <c>EVAL</c> and reads its reply.</summary>
    /// <typeparam name="T">The type that the reply is read into.</typeparam>
    /// <param name="target">The database, batch or transaction to send it through.</param>
    /// <param name="read">Reads the reply.</param>
    /// <param name="flags">The client's command flags. With <see cref="CommandFlags.FireAndForget"/> the reply is not read.</param>
    /// <param name="cancellationToken">Checked before each send. After a send it cancels only the wait; the script may still run.</param>
    /// <returns>The value; the default of <typeparamref name="T"/> with <see cref="CommandFlags.FireAndForget"/>.</returns>
    /// <exception cref="ScriptReplyException">The script was executed, but its reply does not match its declaration.</exception>
    /// <exception cref="ScriptException">The server replied with an error.</exception>
    /// <exception cref="RedisException">The client could not send the call or did not receive its reply.</exception>
    /// <exception cref="TimeoutException">No reply arrived in time; the script may have run.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled, or the transaction was not executed.</exception>
    public readonly ValueTask<T> SendAsync<T>(
        ScriptTarget target,
        ReplyReader<T> read,
        CommandFlags flags,
        CancellationToken cancellationToken) =>
        SendAsync<ReadingUse<T>, T>(target, new ReadingUse<T>(read), flags, cancellationToken);

    /// <summary>Sends the call as <c>EVALSHA</c> or <c>EVAL</c> and checks its reply.</summary>
    /// <param name="target">The database, batch or transaction to send it through.</param>
    /// <param name="check">Checks the reply.</param>
    /// <param name="flags">The client's command flags. With <see cref="CommandFlags.FireAndForget"/> the reply is not checked.</param>
    /// <param name="cancellationToken">Checked before each send. After a send it cancels only the wait; the script may still run.</param>
    /// <returns>A task that completes when the reply has been checked.</returns>
    /// <inheritdoc cref="SendAsync{T}(ScriptTarget, ReplyReader{T}, CommandFlags, CancellationToken)" path="/exception"/>
    public readonly ValueTask SendAsync(
        ScriptTarget target,
        ReplyCheck check,
        CommandFlags flags,
        CancellationToken cancellationToken) =>
        WithoutValue(SendAsync<CheckingUse, ValueTuple>(target, new CheckingUse(check), flags, cancellationToken));

    /// <summary>Sends the call as <c>EVALSHA</c> or <c>EVAL</c>, blocks until the reply arrives and reads it.</summary>
    /// <typeparam name="T">The type that the reply is read into.</typeparam>
    /// <param name="target">The database, batch or transaction to send it through.</param>
    /// <param name="read">Reads the reply.</param>
    /// <param name="flags">The client's command flags. With <see cref="CommandFlags.FireAndForget"/> the reply is not read.</param>
    /// <returns>The value; the default of <typeparamref name="T"/> with <see cref="CommandFlags.FireAndForget"/>.</returns>
    /// <exception cref="InvalidOperationException">
    /// The target is a batch or a transaction, whose replies arrive only after it is executed.
    /// </exception>
    /// <inheritdoc cref="SendAsync{T}(ScriptTarget, ReplyReader{T}, CommandFlags, CancellationToken)" path="/exception"/>
    public readonly T Send<T>(ScriptTarget target, ReplyReader<T> read, CommandFlags flags) =>
        Send<ReadingUse<T>, T>(target, new ReadingUse<T>(read), flags);

    /// <summary>Sends the call as <c>EVALSHA</c> or <c>EVAL</c>, blocks until the reply arrives and checks it.</summary>
    /// <param name="target">The database, batch or transaction to send it through.</param>
    /// <param name="check">Checks the reply.</param>
    /// <param name="flags">The client's command flags. With <see cref="CommandFlags.FireAndForget"/> the reply is not checked.</param>
    /// <inheritdoc cref="Send{T}(ScriptTarget, ReplyReader{T}, CommandFlags)" path="/exception"/>
    public readonly void Send(ScriptTarget target, ReplyCheck check, CommandFlags flags) =>
        Send<CheckingUse, ValueTuple>(target, new CheckingUse(check), flags);

    private readonly ValueTask<T> SendAsync<TUse, T>(ScriptTarget target, TUse use, CommandFlags flags, CancellationToken cancellationToken)
        where TUse : struct, IReplyUse<T>
    {
        if ((flags & CommandFlags.FireAndForget) != 0 && target.Sync is not null && !cancellationToken.IsCancellationRequested)
        {
            ScriptSender.Forget(this, target, flags);
            return default;
        }

        return ScriptTelemetry.IsOn
            ? ScriptTelemetry.ObserveAsync<TUse, T>(this, target, use, flags, cancellationToken)
            : ScriptSender.SendAsync<TUse, T>(this, target, use, flags, cancellationToken);
    }

    private readonly T Send<TUse, T>(ScriptTarget target, TUse use, CommandFlags flags)
        where TUse : struct, IReplyUse<T>
    {
        if ((flags & CommandFlags.FireAndForget) != 0 && target.Sync is not null)
        {
            ScriptSender.Forget(this, target, flags);
            return default!;
        }

        return ScriptTelemetry.IsOn
            ? ScriptTelemetry.Observe<TUse, T>(this, target, use, flags)
            : ScriptSender.Send<TUse, T>(this, target, use, flags);
    }

#if NET
    [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder))]
#endif
    private static async ValueTask WithoutValue(ValueTask<ValueTuple> call) => await call.ConfigureAwait(false);
}
