#if NET
using System.Threading.Tasks.Sources;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// A call that was sent in a batch by its SHA-1. All calls of a batch are in flight at once, and the builder of pooled methods
/// keeps one state machine for each thread and processor; this pool has room for a batch. An instance holds the RESP
/// arguments until the reply has arrived, because only then it is known whether they must be sent again.
/// </summary>
internal sealed class BatchedCall<TUse, T> : IValueTaskSource<T>
    where TUse : struct, IReplyUse<T>
{
    private const int PoolSize = 256;

    // Calls with long lists are rare, and what the pool keeps is small.
    private const int MaxKeptWords = 32;

#pragma warning disable IDE0330 // System.Threading.Lock came with .NET 9.
    private static readonly BatchedCall<TUse, T>?[] Pool = new BatchedCall<TUse, T>?[PoolSize];
    private static readonly object PoolLock = new();
#pragma warning restore IDE0330
    private static int s_pooled;

    private readonly Action _onReply;
    private ManualResetValueTaskSourceCore<T> _core;
    private RespArgument[]? _words;
    private ScriptCall _call;
    private ScriptTarget? _target;
    private TUse _use;
    private CommandFlags _flags;
    private Task? _sent;

    private BatchedCall() => _onReply = OnReply;

    /// <summary>Completes when the reply of a call has arrived and was used.</summary>
    /// <param name="call">The call.</param>
    /// <param name="target">The batch, and the database that resends the call.</param>
    /// <param name="use">What to do with the reply.</param>
    /// <param name="flags">The client's command flags.</param>
    /// <param name="sent">The client's task.</param>
    public static ValueTask<T> CompleteAsync(ScriptCall call, ScriptTarget target, TUse use, CommandFlags flags, Task sent)
    {
        var self = Rent();
        self._call = call.Count <= MaxKeptWords ? call.MoveTo(ref self._words) : call;
        self._target = target;
        self._use = use;
        self._flags = flags;
        self._sent = sent;
        var task = new ValueTask<T>(self, self._core.Version);
        sent.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(self._onReply);
        return task;
    }

    /// <inheritdoc/>
    public T GetResult(short token)
    {
        if (token != _core.Version || _core.GetStatus(token) == ValueTaskSourceStatus.Pending)
        {
            // Throws; a second await must not return the instance to the pool, which another call may use by now.
            return _core.GetResult(token);
        }

        try
        {
            return _core.GetResult(token);
        }
        finally
        {
            Return();
        }
    }

    /// <inheritdoc/>
    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    /// <inheritdoc/>
    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);

    private void OnReply()
    {
        if (!_sent!.IsCompletedSuccessfully)
        {
            _ = FallBackAsync();
            return;
        }

        T value = default!;
        Exception? failure = null;
        try
        {
            value = ScriptSender.ValueOf<TUse, T>(_call, _sent, _use, _flags);
        }
        catch (Exception thrown)
        {
            failure = ScriptFailure.Of(_call, _target!, SendForm.Sha1, thrown, CancellationToken.None) ?? thrown;
        }

        // The caller may continue in the last statement, and this instance may serve another call before it returns.
        _call.Release();
        if (failure is null)
        {
            _core.SetResult(value);
        }
        else
        {
            _core.SetException(failure);
        }
    }

    /// <summary>Does with a failed send what is done with that of a call outside of a batch.</summary>
    private async Task FallBackAsync()
    {
        T value;
        try
        {
            value = await ScriptSender.CompleteAsync<TUse, T>(_call, _target!, _use, SendForm.Sha1, _sent, _flags, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            _core.SetException(failure);
            return;
        }

        _core.SetResult(value);
    }

    private static BatchedCall<TUse, T> Rent()
    {
        lock (PoolLock)
        {
            if (s_pooled > 0)
            {
                var pooled = Pool[--s_pooled]!;
                Pool[s_pooled] = null;
                return pooled;
            }
        }

        return new();
    }

    private void Return()
    {
        _core.Reset();
        _call = default;
        _target = null;
        _use = default;
        _sent = null;
        lock (PoolLock)
        {
            if (s_pooled < PoolSize)
            {
                Pool[s_pooled++] = this;
            }
        }
    }
}
#endif
