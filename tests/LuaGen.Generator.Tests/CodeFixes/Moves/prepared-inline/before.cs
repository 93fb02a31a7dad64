using StackExchange.Redis;

namespace Shop;

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var script = LuaScript.Prepare("return redis.call('APPEND', @key, @text .. '@@' .. @text)");
        var length = (long)await script.EvaluateAsync(db, new { key = (RedisKey)id, text = "ab" });
        return $"{length} {await db.StringGetAsync(id)}";
    }
}
