using StackExchange.Redis;

namespace Shop;

public sealed class Stock(IDatabase db)
{
    public async Task<long> AddAsync(string product, int quantity) =>
        await new ShopScripts(db).AddAsync($"stock:{product}", quantity);
}

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var stock = new Stock(db);
        await stock.AddAsync(id, 5);
        return $"{await stock.AddAsync(id, -2)}";
    }
}
