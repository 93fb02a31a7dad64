using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private static async Task<long> LeftAsync(IDatabase db, string product) =>
        1 + (await new ShopScripts(db).LeftAsync("left:" + product) ?? 0);

    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var missing = await LeftAsync(db, id);
        await db.StringSetAsync("left:" + id, 41);
        return $"{missing} {await LeftAsync(db, id)}";
    }
}
