using System.Security.Cryptography;
using StackExchange.Redis;

namespace Shop;

/// <summary>
/// The keys of this run. They have a unique prefix and are deleted at the end, so that the sample does not change a server
/// that is in use.
/// </summary>
internal sealed class OwnKeys(IConnectionMultiplexer connection) : IAsyncDisposable
{
    public string Prefix { get; } = $"luagen-shop:{RandomNumberGenerator.GetHexString(8, lowercase: true)}:";

    public async ValueTask DisposeAsync()
    {
        var database = connection.GetDatabase();
        foreach (var server in connection.GetServers().Where(server => server.IsConnected && !server.IsReplica))
        {
            await foreach (var key in server.KeysAsync(database.Database, $"{Prefix}*", pageSize: 1000))
            {
                await database.KeyDeleteAsync(key);
            }
        }
    }
}
