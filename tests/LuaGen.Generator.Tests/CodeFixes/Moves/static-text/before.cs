using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private static string AddText = "return redis.call('HINCRBY', KEYS[1], ARGV[1], ARGV[2])";

    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var first = (long)await db.ScriptEvaluateAsync(AddText, new RedisKey[] { id }, new RedisValue[] { "clicks", 2 });
        return $"{first} {await db.HashGetAsync(id, "clicks")}";
    }
}
