using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private static async Task<int> SetAllAsync(IDatabase db, RedisKey[] products, RedisValue[] amounts) => (int)await db.ScriptEvaluateAsync(
        """
        for i, key in ipairs(KEYS) do
          redis.call('SET', key, ARGV[i])
        end
        return #KEYS
        """,
        products,
        amounts,
        flags: CommandFlags.DemandMaster);

    public static async Task<string> RunAsync(IDatabase db, string id) =>
        $"{await SetAllAsync(db, [$"{{{id}}}a", $"{{{id}}}b"], [1, 2])} {await db.StringGetAsync($"{{{id}}}b")}";
}
