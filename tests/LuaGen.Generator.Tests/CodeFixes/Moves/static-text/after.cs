using StackExchange.Redis;

namespace Shop;

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var first = await new ShopScripts(db).AddAsync(id, field: "clicks", increment: 2);
        return $"{first} {await db.HashGetAsync(id, "clicks")}";
    }
}
