using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private static async Task<bool> AcquireAsync(IDatabase db, RedisKey key, string owner, long hold) =>
        await new ShopScripts(db).AcquireAsync(key, owner, hold) == 1;

    private static bool Acquire(IDatabase db, RedisKey key, string owner) => new ShopScripts(db).Acquire(key, owner, hold: 1000L) == 1;

    public static async Task<string> RunAsync(IDatabase db, string id) =>
        $"{await AcquireAsync(db, id, "a", 60_000)} {Acquire(db, id, "b")} {await db.StringGetAsync(id)}";
}
