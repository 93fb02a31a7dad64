using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private const int Limit = 10;

    /// <summary>
    /// Counts one more, up to <see cref="Limit"/>.
    /// Returns the count.
    /// </summary>
    private const string Count = """
        local n = redis.call('INCR', KEYS[1])
        return math.min(n, tonumber(ARGV[1]))
        """;

    public static async Task<string> RunAsync(IDatabase db, string id) =>
        $"{(int)await db.ScriptEvaluateAsync(Count, new RedisKey[] { id }, new RedisValue[] { Limit })}";
}
