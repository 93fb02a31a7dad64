using StackExchange.Redis;

namespace Shop;

public sealed class Journal(IDatabase db)
{
    public async Task WriteAsync(string log, string line)
    {
        // Old lines go.
        await db.ScriptEvaluateAsync(
            "redis.call('RPUSH', KEYS[1], ARGV[1])\nredis.call('LTRIM', KEYS[1], -ARGV[2], -1)\nreturn redis.call('LLEN', KEYS[1])",
            new RedisKey[] { log },
            new RedisValue[] { line, 2 },
            CommandFlags.DemandMaster);
    }
}

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var journal = new Journal(db);
        await journal.WriteAsync(id, "a");
        await journal.WriteAsync(id, "b");
        await journal.WriteAsync(id, "c");
        return string.Join(',', await db.ListRangeAsync(id));
    }
}
