using StackExchange.Redis;

namespace LuaGen;

/// <content>Sending, which ends the call.</content>
public partial struct ScriptCall
{
    /// <summary>Sends the call (<c>EVALSHA</c>, <c>EVAL</c>) and reads its reply.</summary>
    /// <typeparam name="T">The type that the reply is read into.</typeparam>
    /// <param name="target">What to send it through.</param>
    /// <param name="read">Reads the reply.</param>
    /// <param name="flags">Flags of the client. With <see cref="CommandFlags.FireAndForget"/> nothing is read.</param>
    /// <param name="cancellationToken">Looked at before each send; after that it ends the wait alone, and the script may run.</param>
    /// <returns>The reply; the default of <typeparamref name="T"/> with <see cref="CommandFlags.FireAndForget"/>.</returns>
    /// <exception cref="ScriptReplyException">The script was executed, and its reply is none that it declares.</exception>
    /// <exception cref="ScriptException">The server replied with an error.</exception>
    /// <exception cref="RedisException">The client could not send the call or did not get its reply.</exception>
    /// <exception cref="TimeoutException">No reply came in time; the script may have run.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled, or the transaction was not executed.</exception>
    public readonly ValueTask<T> SendAsync<T>(
        ScriptTarget target,
        ReplyReader<T> read,
        CommandFlags flags,
        CancellationToken cancellationToken) =>
        SendAsync<ReadingUse<T>, T>(target, new ReadingUse<T>(read), flags, cancellationToken);

    /// <summary>Sends the call (<c>EVALSHA</c>, <c>EVAL</c>) and checks its reply.</summary>
    /// <param name="target">What to send it through.</param>
    /// <param name="check">Checks the reply.</param>
    /// <param name="flags">Flags of the client. With <see cref="CommandFlags.FireAndForget"/> nothing is checked.</param>
    /// <param name="cancellationToken">Looked at before each send; after that it ends the wait alone, and the script may run.</param>
    /// <returns>Completes when the reply is there.</returns>
    /// <inheritdoc cref="SendAsync{T}(ScriptTarget, ReplyReader{T}, CommandFlags, CancellationToken)" path="/exception"/>
    public readonly ValueTask SendAsync(
        ScriptTarget target,
        ReplyCheck check,
        CommandFlags flags,
        CancellationToken cancellationToken) =>
        WithoutValue(SendAsync<CheckingUse, ValueTuple>(target, new CheckingUse(check), flags, cancellationToken));

    /// <summary>Sends the call (<c>EVALSHA</c>, <c>EVAL</c>), waits for its reply and reads it.</summary>
    /// <typeparam name="T">The type that the reply is read into.</typeparam>
    /// <param name="target">What to send it through.</param>
    /// <param name="read">Reads the reply.</param>
    /// <param name="flags">Flags of the client. With <see cref="CommandFlags.FireAndForget"/> nothing is read.</param>
    /// <returns>The reply; the default of <typeparamref name="T"/> with <see cref="CommandFlags.FireAndForget"/>.</returns>
    /// <exception cref="InvalidOperationException">The target is a batch or a transaction, where a reply cannot be waited for.</exception>
    /// <inheritdoc cref="SendAsync{T}(ScriptTarget, ReplyReader{T}, CommandFlags, CancellationToken)" path="/exception"/>
    public readonly T Send<T>(ScriptTarget target, ReplyReader<T> read, CommandFlags flags) =>
        Send<ReadingUse<T>, T>(target, new ReadingUse<T>(read), flags);

    /// <summary>Sends the call (<c>EVALSHA</c>, <c>EVAL</c>), waits for its reply and checks it.</summary>
    /// <param name="target">What to send it through.</param>
    /// <param name="check">Checks the reply.</param>
    /// <param name="flags">Flags of the client. With <see cref="CommandFlags.FireAndForget"/> nothing is checked.</param>
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
