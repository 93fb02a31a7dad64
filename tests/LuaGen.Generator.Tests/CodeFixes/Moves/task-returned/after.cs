using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private static Task<RedisResult> TopAsync(IDatabaseAsync db, string board, int count) =>
        new ShopScripts(db).TopAsync(board, count).AsTask();

    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        await db.SortedSetAddAsync(id, [new("ann", 3), new("bob", 2.5), new("cid", 1)]);
        return string.Join(',', (string[])(await TopAsync(db, id, 2))!);
    }
}
