using StackExchange.Redis;

namespace Shop;

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        db.ScriptEvaluate("redis.call('SET', KEYS[1], ARGV[1])", [id], [true], CommandFlags.FireAndForget);
        return (string?)await db.StringGetAsync(id) ?? "";
    }
}
