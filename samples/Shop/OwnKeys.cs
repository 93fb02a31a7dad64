using System.Security.Cryptography;
using StackExchange.Redis;

namespace Shop;

/// <summary>
/// The keys of this run. They begin with a prefix that no other key has, and are deleted at the end, so the sample
/// leaves a server that is in use as it found it.
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
