using System.Collections.Concurrent;
using System.Net;
using System.Runtime.CompilerServices;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// The scripts whose text is on its way to a node, so that callers who meet NOSCRIPT together send it once: the first
/// leads, the others wait for its end, however it ends. One for each multiplexer, and gone with it.
/// </summary>
internal sealed class PendingLoads
{
    // The one static of the runtime that knows connections; it keeps none of them alive.
    private static readonly ConditionalWeakTable<IConnectionMultiplexer, PendingLoads> ByMultiplexer = new();

    private readonly ConcurrentDictionary<(EndPoint? Node, string Sha1), PendingLoad> _calls = new();

    public static PendingLoads Of(IConnectionMultiplexer multiplexer) =>
        ByMultiplexer.GetValue(multiplexer, static _ => new PendingLoads());

    /// <summary>How many texts are on their way; for tests.</summary>
    public int Count => _calls.Count;

    /// <summary>Leads, if nobody does; otherwise gives the task that ends with the one who does.</summary>
    /// <returns>What the leader disposes, and null for the others; and what the others wait for.</returns>
    public (IDisposable? Lead, Task Ended) Enter(EndPoint? node, string sha1)
    {
        var own = new PendingLoad(this, (node, sha1));
        var call = _calls.GetOrAdd(own.Key, own);
        return (call == own ? own : null, call.Ended);
    }

    private sealed class PendingLoad(PendingLoads all, (EndPoint? Node, string Sha1) key) : IDisposable
    {
        // Those who wait must not run on the leader's thread, which has its own caller to answer.
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
