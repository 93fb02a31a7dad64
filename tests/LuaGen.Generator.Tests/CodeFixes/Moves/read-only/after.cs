using StackExchange.Redis;

namespace Shop;

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        await db.SetAddAsync(id, ["a", "b"]);
        return Count(db, id).ToString();
    }

    private static long Count(IDatabase db, RedisKey members) =>
        new ShopScripts(db).Count(members);
}
