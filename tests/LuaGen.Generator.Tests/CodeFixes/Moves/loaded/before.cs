using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private const string Script = "redis.call('SET', @key, @value) return redis.call('STRLEN', @key)";

    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var server = db.Multiplexer.GetServers()[0];
        var prepared = LuaScript.Prepare(Script);
        var loaded = prepared.Load(server);
        var length = (int)loaded.Evaluate(db, new { key = (RedisKey)id, value = "abc" });
        return $"{length} {(int)await loaded.EvaluateAsync(db, new { key = (RedisKey)id, value = "four" })} {await db.StringGetAsync(id)}";
    }
}
