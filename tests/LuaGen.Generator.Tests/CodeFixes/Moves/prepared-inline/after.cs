using StackExchange.Redis;

namespace Shop;

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var length = await new ShopScripts(db).RunAsync((RedisKey)id, text: "ab");
        return $"{length} {await db.StringGetAsync(id)}";
    }
}
