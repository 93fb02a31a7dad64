using StackExchange.Redis;

namespace Shop;

public sealed class Reservations(IDatabase db)
{
    /// <summary>Takes units, as many as there are.</summary>
    private const string ReserveScript = """
        -- Takes units off the stock, as many as there are.
        local stock = tonumber(redis.call('GET', KEYS[1])) or 0
        local wanted = tonumber(ARGV[1])

        if wanted > stock then
          wanted = stock
        end

        redis.call('DECRBY', KEYS[1], wanted)
        return wanted
        """;

    public int Reserve(RedisKey stockKey, int quantity)
    {
        var taken = (int)db.ScriptEvaluate(ReserveScript, new[] { stockKey }, new RedisValue[] { quantity });
        return taken;
    }
}

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        await db.StringSetAsync(id, 5);
        var reservations = new Reservations(db);
        return $"{reservations.Reserve(id, 3)} {reservations.Reserve(id, 3)} {reservations.Reserve(id, 3)}";
    }
}
