using StackExchange.Redis;

namespace Shop;

public sealed class Limiter
{
    private readonly IDatabase _db;

    public Limiter(IDatabase db)
    {
        _db = db;
    }

    public async Task<bool> IsAllowedAsync(RedisKey key, int limit) => await new ShopScripts(_db).CountAsync(key, window: 60) <= limit;
}

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var limiter = new Limiter(db);
        return $"{await limiter.IsAllowedAsync(id, 1)} {await limiter.IsAllowedAsync(id, 1)} {await db.KeyTimeToLiveAsync(id) > TimeSpan.Zero}";
    }
}
