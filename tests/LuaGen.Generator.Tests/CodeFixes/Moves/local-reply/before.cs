using StackExchange.Redis;

namespace Shop;

public sealed class Stock(IDatabase db)
{
    public async Task<string> TakeAsync(string product, int units)
    {
        RedisResult reply = await db.ScriptEvaluateAsync(
            "if tonumber(redis.call('GET', KEYS[1]) or 0) < tonumber(ARGV[1]) then return -1 end return redis.call('DECRBY', KEYS[1], ARGV[1])",
            [$"stock:{product}"],
            [units]);
        if ((long)reply < 0)
        {
            return "short";
        }

        return ((long)reply).ToString("0000");
    }
}

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var stock = new Stock(db);
        var first = await stock.TakeAsync(id, 2);
        await db.StringSetAsync($"stock:{id}", 5);
        return $"{first} {await stock.TakeAsync(id, 2)}";
    }
}
