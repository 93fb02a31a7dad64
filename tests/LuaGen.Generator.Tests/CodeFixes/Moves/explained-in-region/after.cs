using StackExchange.Redis;

namespace Shop;

public sealed class Counters(IDatabase db)
{
    #region Scripts
    #endregion

    public async Task<long> CountAsync(string name) =>
        await new ShopScripts(db).CountAsync(CounterKeyFor(name));

    private static string CounterKeyFor(string name) => name + ":count";
}

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var counters = new Counters(db);
        return $"{await counters.CountAsync(id)} {await counters.CountAsync(id)}";
    }
}
