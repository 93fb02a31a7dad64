using StackExchange.Redis;

namespace Shop;

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        const string addScript = "return redis.call('INCRBY', KEYS[1], ARGV[1])";
        var batch = db.CreateBatch();
        var sum = batch.ScriptEvaluateAsync(addScript, [id], [4]);
        batch.Execute();
        return $"{(long)await sum}";
    }
}
