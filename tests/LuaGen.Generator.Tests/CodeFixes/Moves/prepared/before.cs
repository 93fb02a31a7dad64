using StackExchange.Redis;

namespace Shop;

public static class Program
{
    // Takes the lock for an owner.
    private static readonly LuaScript AcquireScript = LuaScript.Prepare(
        """
        if redis.call('SET', @key, @owner, 'NX', 'PX', @hold) then
          return 1
        end
        return 0
        """);

    private static async Task<bool> AcquireAsync(IDatabase db, RedisKey key, string owner, long hold) =>
        (int)await db.ScriptEvaluateAsync(AcquireScript, new { key, owner, hold }) == 1;

    private static bool Acquire(IDatabase db, RedisKey key, string owner) => (int)AcquireScript.Evaluate(db, new { owner, hold = 1000L, key }) == 1;

    public static async Task<string> RunAsync(IDatabase db, string id) =>
        $"{await AcquireAsync(db, id, "a", 60_000)} {Acquire(db, id, "b")} {await db.StringGetAsync(id)}";
}
