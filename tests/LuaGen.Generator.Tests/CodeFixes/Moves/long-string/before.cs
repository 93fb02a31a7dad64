using StackExchange.Redis;

namespace Shop;

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var text = (string?)await db.ScriptEvaluateAsync(@"
            local text = [[
              two
              lines]]
            redis.call('SET', KEYS[1], text)
            return text", new RedisKey[] { id });
        return text!;
    }
}
