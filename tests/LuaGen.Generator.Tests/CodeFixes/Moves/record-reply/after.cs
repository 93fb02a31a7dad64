using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private static async Task<string> TakeAsync(IDatabase db, RedisKey stock, int quantity)
    {
        var result = (RedisResult[])(await new ShopScripts(db).TakeAsync(stock, quantity))!;
        var isTaken = (int)result[0] == 1;
        var left = (long)result[1];
        return $"{isTaken} {left} {(string?)result[2]}";
    }

    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        await db.StringSetAsync(id, 5);
        return $"{await TakeAsync(db, id, 3)}, {await TakeAsync(db, id, 3)}";
    }
}
