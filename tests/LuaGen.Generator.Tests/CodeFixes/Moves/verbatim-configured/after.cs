using StackExchange.Redis;

namespace Shop;

public sealed class Sessions(IDatabase db)
{
    public async Task<string?> TouchAsync(Guid session, TimeSpan hold) =>
        await new ShopScripts(db).TouchAsync($"session:{session}", (int)hold.TotalSeconds).ConfigureAwait(false);
}

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var session = Guid.Parse(id);
        var sessions = new Sessions(db);
        var first = await sessions.TouchAsync(session, TimeSpan.FromMinutes(1));
        await db.HashSetAsync($"session:{session}", "user", "ann");
        return $"{first ?? "nobody"} {await sessions.TouchAsync(session, TimeSpan.FromMinutes(1))}";
    }
}
