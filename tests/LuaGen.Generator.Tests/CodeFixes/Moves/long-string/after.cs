using StackExchange.Redis;

namespace Shop;

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var text = await new ShopScripts(db).RunAsync(id);
        return text!;
    }
}
