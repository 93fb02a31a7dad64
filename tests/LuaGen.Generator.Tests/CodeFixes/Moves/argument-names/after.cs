using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private static async Task SetAsync(IDatabase db, RedisKey key, DateTime? until, int delta, bool isNew) =>
        await new ShopScripts(db).SetAsync(key, until?.Ticks ?? -1, -delta, isNew ? 1 : 0);

    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        await SetAsync(db, id, null, 3, true);
        return string.Join(' ', (await db.HashGetAllAsync(id)).Select(entry => $"{entry.Name}={entry.Value}").Order());
    }
}
