using StackExchange.Redis;

namespace LuaGen;

/// <summary>Does the same on several nodes at once, for one item after the other on each.</summary>
internal static class NodeWork
{
    /// <summary>The primaries and replicas of a connection.</summary>
    public static IServer[] NodesOf(IConnectionMultiplexer multiplexer) =>
        Array.FindAll(multiplexer.GetServers(), static server => server.ServerType != ServerType.Sentinel);

    /// <summary>The results, grouped by node, in the order of the items.</summary>
    public static async Task<IReadOnlyList<TResult>> RunAsync<TItem, TResult>(
        IServer[] nodes, IReadOnlyList<TItem> items, Func<IServer, TItem, Task<TResult>> work, CancellationToken cancellationToken)
    {
        var results = await Task.WhenAll(nodes.Select(OnNodeAsync)).ConfigureAwait(false);
        return [.. results.SelectMany(static result => result)];

        async Task<TResult[]> OnNodeAsync(IServer node)
        {
            var onNode = new TResult[items.Count];
            for (var i = 0; i < onNode.Length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                onNode[i] = await work(node, items[i]).ConfigureAwait(false);
            }

            return onNode;
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
