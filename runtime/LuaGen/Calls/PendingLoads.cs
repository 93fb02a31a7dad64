using System.Collections.Concurrent;
using System.Net;
using System.Runtime.CompilerServices;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// The scripts whose text is being sent to a node, so that concurrent callers that receive NOSCRIPT send it once: the first
/// caller sends the text, the others wait until that send has completed or failed. Each multiplexer has one instance, which
/// is collected together with it.
/// </summary>
internal sealed class PendingLoads
{
    // The only static state of the runtime that refers to connections; the weak table does not keep them alive.
    private static readonly ConditionalWeakTable<IConnectionMultiplexer, PendingLoads> ByMultiplexer = new();

    private readonly ConcurrentDictionary<(EndPoint? Node, string Sha1), PendingLoad> _calls = new();

    public static PendingLoads Of(IConnectionMultiplexer multiplexer) =>
        ByMultiplexer.GetValue(multiplexer, static _ => new PendingLoads());

    /// <summary>The number of texts that are being sent; for tests.</summary>
    public int Count => _calls.Count;

    /// <summary>Makes the caller responsible for sending the text, unless another caller already is.</summary>
    /// <returns>
    /// The handle that the responsible caller disposes after its send, null for all other callers; and the task that completes
    /// on that disposal, for the others to await.
    /// </returns>
    public (IDisposable? Lead, Task Ended) Enter(EndPoint? node, string sha1)
    {
        var own = new PendingLoad(this, (node, sha1));
        var call = _calls.GetOrAdd(own.Key, own);
        return (call == own ? own : null, call.Ended);
    }

    private sealed class PendingLoad(PendingLoads all, (EndPoint? Node, string Sha1) key) : IDisposable
    {
        // Waiting callers must not continue on the sender's thread, which still has to return to its own caller.
        private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public (EndPoint? Node, string Sha1) Key => key;

        public Task Ended => _ended.Task;

        public void Dispose()
        {
            all._calls.TryRemove(key, out _);
            _ended.TrySetResult(true);
        }
    }
}
