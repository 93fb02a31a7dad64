using StackExchange.Redis;

namespace Shop;

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id) =>
        (await new ShopScripts(db).RunAsync(arg1: "you", id))!;
}
