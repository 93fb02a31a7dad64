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
    }

    internal IDatabaseAsync Async { get; }

    /// <summary>The database proper, or null where the call must be sent once and whole.</summary>
    internal IDatabase? Sync { get; }
}
