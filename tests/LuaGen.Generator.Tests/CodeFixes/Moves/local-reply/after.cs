using StackExchange.Redis;

namespace Shop;

public sealed class Stock(IDatabase db)
{
    public async Task<string> TakeAsync(string product, int units)
    {
        var reply = await new ShopScripts(db).TakeAsync($"stock:{product}", units);
        if (reply < 0)
        {
            return "short";
        }

        return reply.ToString("0000");
    }
}

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var stock = new Stock(db);
        var first = await stock.TakeAsync(id, 2);
        await db.StringSetAsync($"stock:{id}", 5);
        return $"{first} {await stock.TakeAsync(id, 2)}";
    }
}
