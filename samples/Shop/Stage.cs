using Shop.Servers;
using StackExchange.Redis;
using StackExchange.Redis.KeyspaceIsolation;

namespace Shop;

/// <summary>What a scenario runs on: a database with the keys of this run alone, more connections to it, and the report.</summary>
internal sealed class Stage(SampleServer server, string prefix, Report report) : IAsyncDisposable
{
    private readonly List<ConnectionMultiplexer> _connections = [];

    public IDatabase Database { get; } = server.Connection.GetDatabase().WithKeyPrefix(prefix);

    public Report Report => report;

    /// <summary>Whether the server is Garnet, which differs from Redis in what it promises and reports.</summary>
    public bool IsGarnet => server.IsGarnet;

    /// <summary>Another connection to the same keys, as another process would have it. It is closed with the stage.</summary>
    public async Task<IDatabase> ConnectAsync()
    {
        var connection = await ConnectionMultiplexer.ConnectAsync(server.Connection.Configuration);
        lock (_connections)
        {
            _connections.Add(connection);
        }

        return connection.GetDatabase().WithKeyPrefix(prefix);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections)
        {
            await connection.DisposeAsync();
        }
    }
}
