using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private static async Task SetAsync(IDatabase db, RedisKey key, DateTime? until, int delta, bool isNew) =>
        await db.ScriptEvaluateAsync("return redis.call('HSET', KEYS[1], 'u', ARGV[1], 'd', ARGV[2], 'n', ARGV[3])", [key], [until?.Ticks ?? -1, -delta, isNew ? 1 : 0]);

    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        await SetAsync(db, id, null, 3, true);
        return string.Join(' ', (await db.HashGetAllAsync(id)).Select(entry => $"{entry.Name}={entry.Value}").Order());
    }
}
