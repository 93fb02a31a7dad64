using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private static async Task TouchAsync(IDatabase db, RedisKey[] sessions, TimeSpan hold)
    {
        await new ShopScripts(db).TouchAsync(hold, sessions);
    }

    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        await db.StringSetAsync(id, "x");
        await TouchAsync(db, [id], TimeSpan.FromHours(1));
        return $"{await db.KeyTimeToLiveAsync(id) > TimeSpan.FromMinutes(50)}";
    }
}
