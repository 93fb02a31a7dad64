using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private static async Task TouchAsync(IDatabase db, RedisKey[] sessions, TimeSpan hold)
    {
        await db.ScriptEvaluateAsync("for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, ARGV[1]) end", sessions, [(long)hold.TotalMilliseconds]);
    }

    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        await db.StringSetAsync(id, "x");
        await TouchAsync(db, [id], TimeSpan.FromHours(1));
        return $"{await db.KeyTimeToLiveAsync(id) > TimeSpan.FromMinutes(50)}";
    }
}
