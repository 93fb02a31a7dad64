using StackExchange.Redis;

namespace Shop;

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var server = db.Multiplexer.GetServers()[0];
        var length = new ShopScripts(db).Run((RedisKey)id, value: "abc");
        return $"{length} {await new ShopScripts(db).RunAsync((RedisKey)id, value: "four")} {await db.StringGetAsync(id)}";
    }
}
