using StackExchange.Redis;

namespace Shop;

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var batch = db.CreateBatch();
        var sum = new ShopScripts(batch).AddAsync(id, increment: 4).AsTask();
        batch.Execute();
        return $"{(long)await sum}";
    }
}
