using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private const string Field = "n";
    private const string NextScript = $"redis.call('HINCRBY', KEYS[1], '{Field}', 1) return {{'{{', redis.call('HGET', KEYS[1], '{Field}')}}";

    public static async Task<string> RunAsync(IDatabase db, string id) =>
        string.Join(' ', (string?[])(await db.ScriptEvaluateAsync(NextScript, [id]))!);
}
