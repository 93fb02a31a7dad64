using StackExchange.Redis;

namespace Shop;

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        RedisKey counter = id;
        var left = await new ShopScripts(db).RunAsync(counter, decrement: 3L);
        return $"{left}";
    }
}
