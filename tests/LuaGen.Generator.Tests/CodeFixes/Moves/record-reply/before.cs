using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private const string TakeScript = """
        local left = tonumber(redis.call('GET', KEYS[1]) or '0')
        local wanted = tonumber(ARGV[1])
        if left < wanted then
          return {0, left, 'short'}
        end
        return {1, redis.call('DECRBY', KEYS[1], wanted), 'taken'}
        """;

    private static async Task<string> TakeAsync(IDatabase db, RedisKey stock, int quantity)
    {
        var result = (RedisResult[])(await db.ScriptEvaluateAsync(TakeScript, [stock], [quantity]))!;
        var isTaken = (int)result[0] == 1;
        var left = (long)result[1];
        return $"{isTaken} {left} {(string?)result[2]}";
    }

    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        await db.StringSetAsync(id, 5);
        return $"{await TakeAsync(db, id, 3)}, {await TakeAsync(db, id, 3)}";
    }
}
