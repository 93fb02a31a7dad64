using StackExchange.Redis;

namespace Other
{
    public static class Counters
    {
        public static int ShopScripts => 1;

        public static async Task<long> NextAsync(IDatabase db, RedisKey redisKey, double step, string? note) =>
            (long)await db.ScriptEvaluateAsync("redis.call('HSET', KEYS[1], 'note', ARGV[2]) return redis.call('HINCRBY', KEYS[1], 'n', ARGV[1])", [redisKey], [step, note]);
    }
}

namespace Shop
{
    public static class Program
    {
        public static async Task<string> RunAsync(IDatabase db, string id) => $"{await Other.Counters.NextAsync(db, id, 2, "x")} {await db.HashGetAsync(id, "note")}";
    }
}
