using StackExchange.Redis;

namespace Shop;

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        new ShopScripts(db).Run(id, value: true, CommandFlags.FireAndForget);
        return (string?)await db.StringGetAsync(id) ?? "";
    }
}
