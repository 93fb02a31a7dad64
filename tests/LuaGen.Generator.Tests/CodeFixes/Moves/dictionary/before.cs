using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["push"] = "return redis.call('RPUSH', KEYS[1], ARGV[1])",
        ["first"] = "return redis.call('LINDEX', KEYS[1], 0)",
    };

    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var length = (long)await db.ScriptEvaluateAsync(Scripts["push"], [id], ["a"]);
        return $"{length} {(string?)await db.ScriptEvaluateAsync(Scripts["first"], [id])}";
    }
}
