using StackExchange.Redis;

namespace Migration;

/// <summary>Stock in Redis, with scripts in strings.</summary>
public sealed class Warehouse(IDatabase db)
{
    private const string ReserveScript = """
        -- Takes units off the stock for an order.
        local left = redis.call('GET', KEYS[1])
        if left == nil then
          return -2
        end

        if tonumber(left) < tonumber(ARGV[1]) then
          return -1
        end

        redis.call('HSET', KEYS[2], 'units', ARGV[1])
        return redis.call('DECRBY', KEYS[1], ARGV[1])
        """;

    private const string CancelScript = """
        -- Gives the units of an order back.
        local stock, order = KEYS[1], KEYS[2]
        local units = redis.call('HGET', order, 'units')
        redis.call('DELL', order)
        return redis.call('INCRBY', stock, units)
        """;

    public async Task<long> ReserveAsync(string product, string order, int units)
    {
        var left = await db.ScriptEvaluateAsync(ReserveScript, [$"stock:{{{product}}}", $"order:{{{product}}}:{order}"], [units]);
        return (long)left;
    }

    public async Task<long> CancelAsync(RedisKey stock, RedisKey order) =>
        (long)await db.ScriptEvaluateAsync(CancelScript, [stock]);

    public async Task<string?> ReadAsync(string product, string field) =>
        (string?)await db.ScriptEvaluateAsync($"return redis.call('HGET', KEYS[1], '{field}')", [$"product:{{{product}}}"]);

    public async Task<long> LeftAsync(string product) =>
        (long)await db.ScriptEvaluateAsync("return redis.call('GET', KEYS[1])", [$"stock:{{{product}}}"]);

    public async Task TouchAsync(string product, TimeSpan hold)
    {
        var hash = await db.Multiplexer.GetServers()[0].ScriptLoadAsync("return redis.call('PEXPIRE', KEYS[1], ARGV[1])");
        await db.ScriptEvaluateAsync(hash, [$"stock:{{{product}}}"], [(long)hold.TotalMilliseconds]);
    }
}
