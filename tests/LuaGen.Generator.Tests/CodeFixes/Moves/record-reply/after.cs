using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private static async Task<string> TakeAsync(IDatabase db, RedisKey stock, int quantity)
    {
        var result = await new ShopScripts(db).TakeAsync(stock, quantity);
        var isTaken = result.Item1 == 1;
        var left = result.Left;
        return $"{isTaken} {left} {result.Item3}";
    }

    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        await db.StringSetAsync(id, 5);
        return $"{await TakeAsync(db, id, 3)}, {await TakeAsync(db, id, 3)}";
    }
}
