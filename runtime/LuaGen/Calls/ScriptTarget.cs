using System.ComponentModel;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// What an invoker calls through. Whether a call can be sent again is decided here, once: only a database proper
/// answers before the next send, so only there a call goes out as <c>EVALSHA</c> first. Everything else (an
/// <see cref="IBatch"/>, an <see cref="ITransaction"/>, an <see cref="IDatabaseAsync"/> that is no
/// <see cref="IDatabase"/>) gets the self-contained <c>EVAL</c>. For use by emitted code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ScriptTarget
{
    /// <summary>Calls through <paramref name="database"/>.</summary>
    /// <param name="database">A database, a batch or a transaction.</param>
    /// <exception cref="ArgumentNullException"><paramref name="database"/> is null.</exception>
    public ScriptTarget(IDatabaseAsync database)
    {
        ArgumentNullException.ThrowIfNull(database);
        Async = database;
        // A batch first: the client's own batches and transactions implement IDatabase as well.
        Sync = database is IBatch ? null : database as IDatabase;
        FallbackDatabase = Sync;
    }

    private ScriptTarget(IBatch batch, IDatabase fallbackDatabase)
    {
        Async = batch;
        FallbackDatabase = fallbackDatabase;
    }

    internal IDatabaseAsync Async { get; }

    /// <summary>The database proper, or null where a reply cannot be waited for.</summary>
    internal IDatabase? Sync { get; }

    /// <summary>Where a refused call is sent again, or null where the call must be sent once and whole.</summary>
    internal IDatabase? FallbackDatabase { get; }

    /// <summary>
    /// The lean form for large scripts in a batch: calls go out as <c>EVALSHA</c> in the batch, and one that meets a server
    /// without the script is sent once more through this target's own database, after <see cref="IBatch.Execute"/>, and so
    /// out of the batch's order. A transaction gets the self-contained <c>EVAL</c>, as does every batch of a target that is
    /// no database itself: there nothing could be sent again.
    /// </summary>
    /// <param name="batch">A batch of the same server.</param>
    /// <returns>A target for calls in the batch; they complete after <see cref="IBatch.Execute"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="batch"/> is null.</exception>
    public ScriptTarget On(IBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch is ITransaction || FallbackDatabase is null ? new ScriptTarget(batch) : new ScriptTarget(batch, FallbackDatabase);
    }

    // To fire-and-forget no answer comes, so there the one send must do.
    internal bool MayFallBack(CommandFlags flags) => FallbackDatabase is not null && (flags & CommandFlags.FireAndForget) == 0;
}
