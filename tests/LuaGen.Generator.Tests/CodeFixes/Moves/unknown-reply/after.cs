using StackExchange.Redis;

namespace Shop;

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id) =>
        $"{(long)await new ShopScripts(db).RunAsync("[" + id.Length + "]")}";
}
