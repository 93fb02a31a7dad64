using StackExchange.Redis;

namespace Shop;

public sealed class Stock(IDatabase db)
{
    public async Task<long> AddAsync(string product, int quantity) =>
        (long)await db.ScriptEvaluateAsync("return redis.call('INCRBY', KEYS[1], ARGV[1])", new RedisKey[] { $"stock:{product}" }, new RedisValue[] { quantity });
}

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var stock = new Stock(db);
        await stock.AddAsync(id, 5);
        return $"{await stock.AddAsync(id, -2)}";
    }
}
