using StackExchange.Redis;

namespace Shop;

public sealed class Lock(IDatabaseAsync database, Guid owner)
{
    public async Task<bool> AcquireAsync(RedisKey key, TimeSpan timeToLive)
    {
        if (!await new ShopScripts(database).AcquireAsync(key, owner, timeToLive))
        {
            return false;
        }

        return true;
    }
}

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var (ann, bob) = (new Lock(db, Guid.NewGuid()), new Lock(db, Guid.NewGuid()));
        var hold = TimeSpan.FromMinutes(1);
        return $"{await ann.AcquireAsync(id, hold)} {await bob.AcquireAsync(id, hold)} {await ann.AcquireAsync(id, hold)}";
    }
}
