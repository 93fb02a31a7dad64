using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private static async Task<double> VisitAsync(IDatabase db, string id, string text) =>
        (double)await db.ScriptEvaluateAsync(
            """
            redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
            redis.call('ZADD', KEYS[2], ARGV[3], ARGV[1])
            return redis.call('ZSCORE', KEYS[2], ARGV[1])
            """,
            [id + ":visit", $"board:{id}"],
            [text, 3600, 1.5 + 1]);

    public static async Task<string> RunAsync(IDatabase db, string id) => $"{await VisitAsync(db, id, "ann")}";
}
