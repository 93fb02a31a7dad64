using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// Loads function libraries and verifies them. Calls never load a library: it is persisted, replicated and shared by all users
/// of the server, so loading it is a deployment.
/// </summary>
public static class LibraryDeployment
{
    /// <summary>
    /// Loads the libraries with <c>FUNCTION LOAD</c> on every primary of the connection; replicas receive them from their
    /// primaries. A library that a primary already has with the same code is left as it is, so several processes may load it
    /// at once. A failure is reported in the results and does not stop the other loads.
    /// </summary>
    /// <param name="libraries">The libraries of a project.</param>
    /// <param name="multiplexer">The connection; its user needs permission for <c>FUNCTION LOAD</c> and <c>FUNCTION LIST</c>.</param>
    /// <param name="replace">
    /// Whether a library of the same name with other code is replaced (<c>FUNCTION LOAD REPLACE</c>). Without it, such a library
    /// is reported as an error.
    /// </param>
    /// <param name="cancellationToken">Cancels the wait and further loads; what was already loaded remains loaded.</param>
    /// <returns>
    /// One result per primary and library, grouped by node, in the order of the libraries. Without a primary,
    /// the results are those of the replicas, which refuse to load.
    /// </returns>
    /// <exception cref="ArgumentNullException">The list of libraries or the connection is null.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Task<IReadOnlyList<LibraryLoadResult>> LoadAsync(
        this IReadOnlyList<LibraryDefinition> libraries,
        IConnectionMultiplexer multiplexer,
        bool replace = false,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(libraries);
        ArgumentNullException.ThrowIfNull(multiplexer);
        return OnAllAsync(libraries, multiplexer, (node, library) => LibraryNode.LoadAsync(node, library, replace, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Verifies that every primary has every library with the code of this project, by comparing it with <c>FUNCTION LIST</c>.
    /// Nothing is loaded.
    /// </summary>
    /// <param name="libraries">The libraries of a project.</param>
    /// <param name="multiplexer">The connection; its user needs permission for <c>FUNCTION LIST</c>.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>A task that completes when every primary has reported the same code.</returns>
    /// <exception cref="ArgumentNullException">The list of libraries or the connection is null.</exception>
    /// <exception cref="AggregateException">
    /// The connection knows no servers, or a primary does not have a library or has other code; one inner exception for each distinct fault. The
    /// message names the servers that were asked: endpoint, product and version.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Task VerifyAsync(
        this IReadOnlyList<LibraryDefinition> libraries,
        IConnectionMultiplexer multiplexer,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(libraries);
        ArgumentNullException.ThrowIfNull(multiplexer);
        return VerifyAllAsync(libraries, multiplexer, cancellationToken);
    }

    private static async Task VerifyAllAsync(
        IReadOnlyList<LibraryDefinition> libraries, IConnectionMultiplexer multiplexer, CancellationToken cancellationToken)
    {
        var results = await OnAllAsync(
            libraries, multiplexer, (node, library) => LibraryNode.VerifyAsync(node, library, cancellationToken), cancellationToken).ConfigureAwait(false);
        await NodeWork.ThrowFaultsAsync(results.Select(static result => result.Error), PrimariesOf(multiplexer), "not every server has every library").ConfigureAwait(false);
        if (results.Count == 0 && libraries.Count > 0)
        {
            throw new AggregateException("No server is available to compare the libraries with.");
        }
    }

    private static Task<IReadOnlyList<LibraryLoadResult>> OnAllAsync(
        IReadOnlyList<LibraryDefinition> libraries,
        IConnectionMultiplexer multiplexer,
        Func<IServer, LibraryDefinition, Task<Exception?>> work,
        CancellationToken cancellationToken) => NodeWork.RunAsync(
            PrimariesOf(multiplexer),
            libraries,
            async (node, library) => new LibraryLoadResult(node.EndPoint, library, await work(node, library).ConfigureAwait(false)),
            static result => result.Error,
            cancellationToken);

    // Without a primary the replicas are asked, so that the results say why nothing is loaded.
    private static IServer[] PrimariesOf(IConnectionMultiplexer multiplexer)
    {
        var nodes = NodeWork.NodesOf(multiplexer);
        var primaries = Array.FindAll(nodes, static node => !node.IsReplica);
        return primaries.Length > 0 ? primaries : nodes;
    }
}
