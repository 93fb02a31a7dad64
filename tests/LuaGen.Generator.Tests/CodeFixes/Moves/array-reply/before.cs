using StackExchange.Redis;

namespace Shop;

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        const string script = "return {1, 'two', redis.call('SET', KEYS[1], 'x'), false}";
        var reply = (RedisResult[])(await db.ScriptEvaluateAsync(script, keys: [id]))!;
        return string.Join(';', reply.Select(element => $"{element.Resp2Type} {element}"));
    }
}
