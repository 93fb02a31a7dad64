using StackExchange.Redis;

namespace Shop;

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        RedisKey counter = id;
        var left = (int)await db.ExecuteAsync("EVAL", "return redis.call('DECRBY', KEYS[1], ARGV[1])", 1, counter, 3L);
        return $"{left}";
    }
}
