using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private static async Task<bool> ReleaseAsync(IDatabase db, RedisKey key, string owner) =>
        (long)await db.ScriptEvaluateAsync("if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) else return 0 end", [key], [owner]) == 1;

    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        await db.StringSetAsync(id, "me");
        return $"{await ReleaseAsync(db, id, "you")} {await ReleaseAsync(db, id, "me")}";
    }
}
