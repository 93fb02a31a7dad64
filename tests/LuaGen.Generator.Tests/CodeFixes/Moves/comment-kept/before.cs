using StackExchange.Redis;

namespace Shop;

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        await db.ScriptEvaluateAsync(
            "redis.call('SET', KEYS[1], ARGV[1]) " + // writes the value
            "return redis.call('EXPIRE', KEYS[1], 60)",
            [id],
            ["x"]);
        return $"{await db.StringGetAsync(id)} {await db.KeyTimeToLiveAsync(id) > TimeSpan.Zero}";
    }
}
