using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private static async Task<double> VisitAsync(IDatabase db, string id, string text) =>
        await new ShopScripts(db).VisitAsync(id + ":visit", $"board:{id}", text, ttl: 3600, 1.5 + 1) ?? 0;

    public static async Task<string> RunAsync(IDatabase db, string id) => $"{await VisitAsync(db, id, "ann")}";
}
