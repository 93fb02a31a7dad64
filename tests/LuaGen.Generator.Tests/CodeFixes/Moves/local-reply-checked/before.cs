using StackExchange.Redis;

namespace Shop;

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var reply = await db.ScriptEvaluateAsync("return redis.call('GET', KEYS[1])", [id]);
        return reply.IsNull ? "nothing" : (string)reply!;
    }
}
