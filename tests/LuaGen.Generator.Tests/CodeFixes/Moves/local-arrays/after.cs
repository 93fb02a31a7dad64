using StackExchange.Redis;

namespace Shop;

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var keys = new RedisKey[] { $"{{{id}}}:from", $"{{{id}}}:to" };
        var values = new RedisValue[] { 7, "EUR" };
        var total = await new ShopScripts(db).RunAsync(keys[0], keys[1], values[0], values[1]);
        return $"{total} {await db.StringGetAsync(keys[0])}";
    }
}
