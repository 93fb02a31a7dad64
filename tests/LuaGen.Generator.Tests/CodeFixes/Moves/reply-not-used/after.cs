using StackExchange.Redis;

namespace Shop;

public sealed class Journal(IDatabase db)
{
    public async Task WriteAsync(string log, string line)
    {
        // Old lines go.
        await new ShopScripts(db).WriteAsync(log, line, arg2: 2, CommandFlags.DemandMaster);
    }
}

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var journal = new Journal(db);
        await journal.WriteAsync(id, "a");
        await journal.WriteAsync(id, "b");
        await journal.WriteAsync(id, "c");
        return string.Join(',', await db.ListRangeAsync(id));
    }
}
