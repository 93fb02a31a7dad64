using StackExchange.Redis;

namespace Shop;

public sealed class Lock(IDatabaseAsync database, Guid owner)
{
    private const string Script = """
        if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then
          return 1
        end
        return redis.call('GET', KEYS[1]) == ARGV[1] and 1 or 0
        """;

    public async Task<bool> AcquireAsync(RedisKey key, TimeSpan timeToLive)
    {
        if (!(bool)await database.ScriptEvaluateAsync(Script, [key], [owner.ToString("D"), (long)timeToLive.TotalMilliseconds]))
        {
            return false;
        }

        return true;
    }
}

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var (ann, bob) = (new Lock(db, Guid.NewGuid()), new Lock(db, Guid.NewGuid()));
        var hold = TimeSpan.FromMinutes(1);
        return $"{await ann.AcquireAsync(id, hold)} {await bob.AcquireAsync(id, hold)} {await ann.AcquireAsync(id, hold)}";
    }
}
