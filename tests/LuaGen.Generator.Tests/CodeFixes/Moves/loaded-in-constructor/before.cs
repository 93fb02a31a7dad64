using StackExchange.Redis;

namespace Shop;

public sealed class Limiter
{
    /// <summary>Counts a request, and says how many there were.</summary>
    private static readonly LuaScript CountScript = LuaScript.Prepare(
        """
        local count = redis.call('INCR', @key)
        if count == 1 then
          redis.call('EXPIRE', @key, @window)
        end
        return count
        """);

    private readonly IDatabase _db;
    private readonly LoadedLuaScript _count;

    public Limiter(IDatabase db)
    {
        _db = db;
        _count = CountScript.Load(db.Multiplexer.GetServers()[0]);
    }

    public async Task<bool> IsAllowedAsync(RedisKey key, int limit) => (long)await _count.EvaluateAsync(_db, new { key, window = 60 }) <= limit;
}

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var limiter = new Limiter(db);
        return $"{await limiter.IsAllowedAsync(id, 1)} {await limiter.IsAllowedAsync(id, 1)} {await db.KeyTimeToLiveAsync(id) > TimeSpan.Zero}";
    }
}
