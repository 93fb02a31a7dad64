using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private const int Limit = 10;

    public static async Task<string> RunAsync(IDatabase db, string id) =>
        $"{await new ShopScripts(db).CountAsync(id, Limit)}";
}
