using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private static async Task<int> SetAllAsync(IDatabase db, RedisKey[] products, RedisValue[] amounts) => await new ShopScripts(db).SetAllAsync(products, amounts, flags: CommandFlags.DemandMaster);

    public static async Task<string> RunAsync(IDatabase db, string id) =>
        $"{await SetAllAsync(db, [$"{{{id}}}a", $"{{{id}}}b"], [1, 2])} {await db.StringGetAsync($"{{{id}}}b")}";
}
