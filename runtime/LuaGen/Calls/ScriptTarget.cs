using System.ComponentModel;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// The database, batch or transaction that calls are sent through. A database returns the reply of one send before the
/// next, so calls are sent as <c>EVALSHA</c> and can fall back to <c>EVAL</c>. All other targets (an <see cref="IBatch"/>, an
/// <see cref="ITransaction"/>, an <see cref="IDatabaseAsync"/> that is not an <see cref="IDatabase"/>) use <c>EVAL</c>, which
/// includes the script's text; in a transaction only the first call of a script does. For use by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ScriptTarget
{
    /// <summary>Creates a target that sends calls through <paramref name="database"/>.</summary>
    /// <param name="database">A database, a batch or a transaction.</param>
    /// <exception cref="ArgumentNullException"><paramref name="database"/> is null.</exception>
    public ScriptTarget(IDatabaseAsync database)
    {
        ArgumentNullException.ThrowIfNull(database);
        Async = database;
        // IBatch is tested first: the client's batches and transactions implement IDatabase too.
        Sync = database is IBatch ? null : database as IDatabase;
        FallbackDatabase = Sync;
        Texts = database is ITransaction transaction ? TransactionTexts.Of(transaction) : null;
    }

    private ScriptTarget(IBatch batch, IDatabase fallbackDatabase)
    {
        Async = batch;
        FallbackDatabase = fallbackDatabase;
    }

    internal IDatabaseAsync Async { get; }

    /// <summary>The database; null if the target is not a database, so that callers cannot block for a reply.</summary>
    internal IDatabase? Sync { get; }

    /// <summary>The database that resends a call; null if calls cannot be resent and must include the text.</summary>
    internal IDatabase? FallbackDatabase { get; }

    /// <summary>Whether the target is a batch whose calls can be resent, so that all of them are in flight by SHA-1.</summary>
    internal bool IsLeanBatch => Sync is null && FallbackDatabase is not null;

    /// <summary>The texts that were added to the transaction; null if the target is not a transaction.</summary>
    internal TransactionTexts? Texts { get; }

    /// <summary>
    /// Creates a target that sends calls in a batch as <c>EVALSHA</c>, without the text; intended for large scripts. If the
    /// server replies NOSCRIPT, the call is resent through the batch's database after <see cref="IBatch.Execute"/>, and
    /// therefore outside the batch's order. A transaction is sent as without this method. Every batch uses <c>EVAL</c> if this
    /// target is not a database, because then no call can be resent.
    /// </summary>
    /// <param name="batch">A batch on the same server. One with a key prefix must be of this target's database.</param>
    /// <returns>A target for calls in the batch. The calls complete after <see cref="IBatch.Execute"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="batch"/> is null.</exception>
    public ScriptTarget On(IBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch is ITransaction || FallbackDatabase is null ? new ScriptTarget(batch) : new ScriptTarget(batch, DatabaseOf(batch) ?? FallbackDatabase);
    }

    // The client's own batch is an IDatabase and has no key prefix; one with a prefix does not expose its database. A resend
    // through a database with another number or another prefix would read and write other keys than the batch.
    private static IDatabase? DatabaseOf(IBatch batch) =>
        batch is IDatabase { Multiplexer: { } client } own && batch.GetType().Assembly == typeof(IBatch).Assembly ? client.GetDatabase(own.Database) : null;

    // A fire-and-forget call gets no reply, so it cannot fall back.
    internal bool MayFallBack(CommandFlags flags) => FallbackDatabase is not null && (flags & CommandFlags.FireAndForget) == 0;
}
