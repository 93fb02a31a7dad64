using System.Collections.Concurrent;
using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Shop;

/// <summary>The keys of one test, all in one slot; deleted when it ends.</summary>
internal sealed class TestKeys : IAsyncDisposable
{
    private readonly string _prefix = $"luagen:test:{{{Guid.NewGuid():N}}}:";
    private readonly ConcurrentDictionary<RedisKey, bool> _keys = new();

    public RedisKey this[string name]
    {
        get
        {
            RedisKey key = _prefix + name;
            _keys[key] = true;
            return key;
        }
    }

    public async ValueTask DisposeAsync() => await Connections.Database().KeyDeleteAsync([.. _keys.Keys]);
}
