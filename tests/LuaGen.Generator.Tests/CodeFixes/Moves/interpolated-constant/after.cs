using StackExchange.Redis;

namespace Shop;

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id) =>
        string.Join(' ', (string?[])(await new ShopScripts(db).NextAsync(id))!);
}
