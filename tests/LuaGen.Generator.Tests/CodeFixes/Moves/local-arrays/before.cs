using StackExchange.Redis;

namespace Shop;

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var keys = new RedisKey[] { $"{{{id}}}:from", $"{{{id}}}:to" };
        var values = new RedisValue[] { 7, "EUR" };
        var script = "redis.call('DECRBY', KEYS[1], ARGV[1]) " +
            "redis.call('HINCRBY', KEYS[2], ARGV[2], ARGV[1]) " +
            "return redis.call('HGET', KEYS[2], ARGV[2])";
        var total = (string?)await db.ScriptEvaluateAsync(script, keys, values);
        return $"{total} {await db.StringGetAsync(keys[0])}";
    }
}
