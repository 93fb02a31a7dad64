using StackExchange.Redis;

namespace Shop;

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var reply = await new ShopScripts(db).RunAsync(id);
        return reply.IsNull ? "nothing" : (string)reply!;
    }
}
