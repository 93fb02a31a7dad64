using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private static async Task<long> LeftAsync(IDatabase db, string product) =>
        1 + (long)await db.ScriptEvaluateAsync("return redis.call('GET', KEYS[1])", new RedisKey[] { "left:" + product });

    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var missing = await LeftAsync(db, id);
        await db.StringSetAsync("left:" + id, 41);
        return $"{missing} {await LeftAsync(db, id)}";
    }
}
