using StackExchange.Redis;

namespace Shop;

public sealed class Reservations(IDatabase db)
{
    public int Reserve(RedisKey stockKey, int quantity)
    {
        var taken = new ShopScripts(db).Reserve(stockKey, quantity);
        return taken;
    }
}

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        await db.StringSetAsync(id, 5);
        var reservations = new Reservations(db);
        return $"{reservations.Reserve(id, 3)} {reservations.Reserve(id, 3)} {reservations.Reserve(id, 3)}";
    }
}
