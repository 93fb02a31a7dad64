using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private static async Task StartAsync(IDatabase db)
    {
        await db.PingAsync();
    }

    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        await StartAsync(db);
        return $"{await new ShopScripts(db).BumpAsync((RedisKey)id, by: 2)} {new ShopScripts(db).Bump((RedisKey)id, by: 3)}";
    }
}
