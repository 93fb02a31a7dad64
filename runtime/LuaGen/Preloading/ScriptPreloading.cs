using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// Loads scripts before they are called, with <c>SCRIPT LOAD</c>. Calls do not need it: they bring a server its script when
/// it is missing. It is for large scripts, for users that may call <c>EVALSHA</c> alone, and for tests.
/// </summary>
public static class ScriptPreloading
{
    /// <summary>
    /// Loads the scripts on every node that can be reached, primaries and replicas (a cluster's nodes keep caches of their
    /// own, and a replica becomes a primary without its primary's). What fails is told in the result and does not stop the
    /// others.
    /// </summary>
    /// <param name="scripts">The scripts: those of a class (<c>Definitions.All</c>) or of a project (<c>LuaGenScripts.All</c>).</param>
    /// <param name="multiplexer">The connection; its user needs <c>SCRIPT LOAD</c>.</param>
    /// <param name="progress">Told of each result as it comes; nodes are loaded at the same time.</param>
    /// <param name="cancellationToken">Looked at before each script; what is loaded by then stays loaded.</param>
    /// <returns>A result for each node and script, node by node, in the order of the scripts.</returns>
    /// <exception cref="ArgumentNullException">The scripts or the connection are null.</exception>
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
    /// Asks the live server whether it accepts every script, on every node: one line in a test, against the version that
    /// runs in production.
    /// </summary>
    /// <param name="scripts">The scripts: those of a class (<c>Definitions.All</c>) or of a project (<c>LuaGenScripts.All</c>).</param>
    /// <param name="multiplexer">The connection; its user needs <c>SCRIPT LOAD</c>.</param>
    /// <param name="cancellationToken">Looked at before each script.</param>
    /// <returns>Completes when every node has accepted every script.</returns>
    /// <exception cref="ArgumentNullException">The scripts or the connection are null.</exception>
    /// <exception cref="AggregateException">There is no node, or not every node has accepted every script; one inner exception for each fault.</exception>
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

    private static async Task<IReadOnlyList<ScriptLoadResult>> LoadAllAsync(
        IReadOnlyList<ScriptDefinition> scripts,
        IConnectionMultiplexer multiplexer,
        IProgress<ScriptLoadResult>? progress,
        CancellationToken cancellationToken)
    {
        var nodes = multiplexer.GetServers().Where(static server => server.ServerType != ServerType.Sentinel);
        var results = await Task.WhenAll(nodes.Select(node => LoadOnAsync(node, scripts, progress, cancellationToken))).ConfigureAwait(false);
        return [.. results.SelectMany(static result => result)];
    }

    private static async Task VerifyAllAsync(IReadOnlyList<ScriptDefinition> scripts, IConnectionMultiplexer multiplexer, CancellationToken cancellationToken)
    {
        var results = await LoadAllAsync(scripts, multiplexer, null, cancellationToken).ConfigureAwait(false);
        // The same fault comes from every node; one of each is enough to mend a script.
        var faults = results.Select(static result => result.Error).OfType<Exception>().DistinctBy(static fault => fault.Message).ToArray();
        if (faults.Length > 0)
        {
            throw new AggregateException($"{faults.Length} faults: not every server accepts every script.", faults);
        }

        if (results.Count == 0 && scripts.Count > 0)
        {
            throw new AggregateException("No server was there to accept the scripts.");
        }
    }

    private static async Task<ScriptLoadResult[]> LoadOnAsync(
        IServer node,
        IReadOnlyList<ScriptDefinition> scripts,
        IProgress<ScriptLoadResult>? progress,
        CancellationToken cancellationToken)
    {
        var results = new ScriptLoadResult[scripts.Count];
        for (var i = 0; i < results.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results[i] = new ScriptLoadResult(node.EndPoint, scripts[i], await LoadAsync(node, scripts[i], cancellationToken).ConfigureAwait(false));
            progress?.Report(results[i]);
        }

        return results;
    }

    private static async Task<Exception?> LoadAsync(IServer node, ScriptDefinition script, CancellationToken cancellationToken)
    {
        try
        {
            // Not the client's own method: that keeps a list of what each node knows, which goes stale.
            var loading = node.ExecuteAsync("SCRIPT", ["LOAD", script.Utf8Bytes], CommandFlags.NoRedirect);
            var sha1 = (string?)await loading.WaitAsync(cancellationToken).ConfigureAwait(false);
            return sha1 == script.Sha1
                ? null
                : new InvalidOperationException($"{script} has the SHA-1 {sha1} on the server, but {script.Sha1} was built in: its text has changed since.");
        }
        catch (RedisServerException error)
        {
            return ScriptException.From(script, error);
        }
        catch (Exception failure) when (ClientFailure.Is(failure))
        {
            return failure;
        }
    }
}
