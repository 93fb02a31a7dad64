using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// Loads scripts with <c>SCRIPT LOAD</c> before they are called. Calls do not depend on it, because they fall back to
/// <c>EVAL</c> if the script is missing on the server. Use it for large scripts, for users that may call <c>EVALSHA</c> but not
/// <c>EVAL</c>, and in tests.
/// </summary>
public static class ScriptPreloading
{
    /// <summary>
    /// Loads the scripts with <c>SCRIPT LOAD</c> on every node of the connection, primaries and replicas, because each node has
    /// its own script cache, which a promoted replica does not take over from its primary. A failure is reported in the results
    /// and does not stop the other loads.
    /// </summary>
    /// <param name="scripts">The scripts: those of a class (<c>Definitions.All</c>) or of a project (<c>ShopLuaGenScripts.All</c>).</param>
    /// <param name="multiplexer">The connection; its user needs permission for <c>SCRIPT LOAD</c>.</param>
    /// <param name="progress">Receives each result as it arrives; nodes are loaded concurrently.</param>
    /// <param name="cancellationToken">Cancels the wait and further loads; scripts that were already loaded remain loaded.</param>
    /// <returns>One result per node and script, grouped by node, in the order of the scripts.</returns>
    /// <exception cref="ArgumentNullException">The list of scripts or the connection is null.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Task<IReadOnlyList<ScriptLoadResult>> LoadAsync(
        this IReadOnlyList<ScriptDefinition> scripts,
        IConnectionMultiplexer multiplexer,
        IProgress<ScriptLoadResult>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scripts);
        ArgumentNullException.ThrowIfNull(multiplexer);
        return LoadAllAsync(scripts, multiplexer, progress, cancellationToken);
    }

    /// <summary>
    /// Verifies that every node accepts every script, by loading them with <c>SCRIPT LOAD</c>. Use it in a test against the server
    /// version that runs in production.
    /// </summary>
    /// <param name="scripts">The scripts: those of a class (<c>Definitions.All</c>) or of a project (<c>ShopLuaGenScripts.All</c>).</param>
    /// <param name="multiplexer">The connection; its user needs permission for <c>SCRIPT LOAD</c>.</param>
    /// <param name="cancellationToken">Cancels the wait and further loads.</param>
    /// <returns>A task that completes when every node has accepted every script.</returns>
    /// <exception cref="ArgumentNullException">The list of scripts or the connection is null.</exception>
    /// <exception cref="AggregateException">
    /// The connection knows no servers, or a node did not accept a script; one inner exception for each distinct fault. The message names the
    /// servers that were asked: endpoint, product and version.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Task VerifyAsync(
        this IReadOnlyList<ScriptDefinition> scripts,
        IConnectionMultiplexer multiplexer,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scripts);
        ArgumentNullException.ThrowIfNull(multiplexer);
        return VerifyAllAsync(scripts, multiplexer, cancellationToken);
    }

    private static Task<IReadOnlyList<ScriptLoadResult>> LoadAllAsync(
        IReadOnlyList<ScriptDefinition> scripts,
        IConnectionMultiplexer multiplexer,
        IProgress<ScriptLoadResult>? progress,
        CancellationToken cancellationToken) => NodeWork.RunAsync(
            NodeWork.NodesOf(multiplexer),
            scripts,
            async (node, script) =>
            {
                var result = new ScriptLoadResult(node.EndPoint, script, await LoadAsync(node, script, cancellationToken).ConfigureAwait(false));
                progress?.Report(result);
                return result;
            },
            static result => result.Error,
            cancellationToken);

    private static async Task VerifyAllAsync(IReadOnlyList<ScriptDefinition> scripts, IConnectionMultiplexer multiplexer, CancellationToken cancellationToken)
    {
        var results = await LoadAllAsync(scripts, multiplexer, null, cancellationToken).ConfigureAwait(false);
        await NodeWork.ThrowFaultsAsync(results.Select(static result => result.Error), NodeWork.NodesOf(multiplexer), "not every server accepts every script").ConfigureAwait(false);
        if (results.Count == 0 && scripts.Count > 0)
        {
            throw new AggregateException("No server is available to accept the scripts.");
        }
    }

    private static async Task<Exception?> LoadAsync(IServer node, ScriptDefinition script, CancellationToken cancellationToken)
    {
        try
        {
            // Not IServer.ScriptLoad: the client records which scripts each node has, and that record becomes stale.
            var loading = node.ExecuteAsync("SCRIPT", ["LOAD", script.Utf8Bytes], CommandFlags.NoRedirect);
            var sha1 = (string?)await loading.WaitAsync(cancellationToken).ConfigureAwait(false);
            return sha1 == script.Sha1
                ? null
                : new InvalidOperationException($"{script} has the SHA-1 {sha1} on the server, but {script.Sha1} was built in: the text and the SHA-1 of its definition do not match.");
        }
        catch (RedisServerException error)
        {
            return ScriptException.From(script, error);
        }
        catch (Exception failure) when (ClientFailure.Is(failure, cancellationToken))
        {
            return failure;
        }
    }
}
