using StackExchange.Redis;

namespace Shop;

public sealed class Counters(IDatabase db)
{
    #region Scripts
    // Counts, and begins anew after a minute.
    // The first call sets the time.
    private const string CountScript = """
        local count = redis.call('INCR', KEYS[1])
        if count == 1 then
          redis.call('EXPIRE', KEYS[1], 60)
        end
        return count
        """;
    #endregion

    public async Task<long> CountAsync(string name) =>
        (long)await db.ScriptEvaluateAsync(CountScript, new RedisKey[] { CounterKeyFor(name) });

    private static string CounterKeyFor(string name) => name + ":count";
}

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var counters = new Counters(db);
        return $"{await counters.CountAsync(id)} {await counters.CountAsync(id)}";
    }
}
