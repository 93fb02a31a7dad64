using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private static async Task<bool> ReleaseAsync(IDatabase db, RedisKey key, string owner) =>
        await new ShopScripts(db).ReleaseAsync(key, owner) == 1;

    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        await db.StringSetAsync(id, "me");
        return $"{await ReleaseAsync(db, id, "you")} {await ReleaseAsync(db, id, "me")}";
    }
}
