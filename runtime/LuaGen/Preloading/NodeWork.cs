using StackExchange.Redis;

namespace LuaGen;

/// <summary>Does the same on several nodes at once, for one item after the other on each node that can be reached.</summary>
internal static class NodeWork
{
    /// <summary>The primaries and replicas of a connection.</summary>
    public static IServer[] NodesOf(IConnectionMultiplexer multiplexer) =>
        Array.FindAll(multiplexer.GetServers(), static server => server.ServerType != ServerType.Sentinel);

    /// <summary>The results, grouped by node, in the order of the items.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="items">The items.</param>
    /// <param name="work">What to do with one item on one node.</param>
    /// <param name="errorOf">The error in a result; null if there is none.</param>
    /// <param name="cancellationToken">Checked before each item.</param>
    public static async Task<IReadOnlyList<TResult>> RunAsync<TItem, TResult>(
        IServer[] nodes, IReadOnlyList<TItem> items, Func<IServer, TItem, Task<TResult>> work, Func<TResult, Exception?> errorOf, CancellationToken cancellationToken)
    {
        var results = await Task.WhenAll(nodes.Select(OnNodeAsync)).ConfigureAwait(false);
        return [.. results.SelectMany(static result => result)];

        async Task<TResult[]> OnNodeAsync(IServer node)
        {
            var onNode = new List<TResult>(items.Count);
            for (var isReachable = true; isReachable && onNode.Count < items.Count;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var result = await work(node, items[onNode.Count]).ConfigureAwait(false);
                onNode.Add(result);
                isReachable = errorOf(result) is not (RedisConnectionException or TimeoutException or OperationCanceledException);
            }

            if (onNode.Count < items.Count)
            {
                // One at a time, each of the other items could wait for the whole timeout.
                cancellationToken.ThrowIfCancellationRequested();
                onNode.AddRange(await Task.WhenAll(items.Skip(onNode.Count).Select(item => work(node, item))).ConfigureAwait(false));
            }

            return [.. onNode];
        }
    }

    /// <summary>Throws if an item failed on a node. Every node reports the same fault; one of each is enough to mend it.</summary>
    /// <param name="errors">The errors of all results.</param>
    /// <param name="nodes">The nodes that were asked.</param>
    /// <param name="what">What is wrong, after the number of faults.</param>
    public static async Task ThrowFaultsAsync(IEnumerable<Exception?> errors, IServer[] nodes, string what)
    {
        var faults = errors.OfType<Exception>().DistinctBy(static fault => fault.Message).ToArray();
        if (faults.Length > 0)
        {
            var asked = await Task.WhenAll(nodes.Select(ServerName.OfAsync)).ConfigureAwait(false);
            throw new AggregateException($"{faults.Length} faults: {what}. Asked: {string.Join(", ", asked)}.", faults);
        }
    }
}
