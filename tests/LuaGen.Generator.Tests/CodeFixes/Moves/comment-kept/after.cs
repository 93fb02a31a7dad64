using StackExchange.Redis;

namespace Shop;

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        // writes the value
        await new ShopScripts(db).RunAsync(id, value: "x");
        return $"{await db.StringGetAsync(id)} {await db.KeyTimeToLiveAsync(id) > TimeSpan.Zero}";
    }
}
