using System.Linq;
using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private static async Task<long> DeleteAsync(IDatabase db, IEnumerable<string> names) =>
        await new ShopScripts(db).DeleteAsync(names.Select(name => (RedisKey)name).ToArray());

    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        await db.StringSetAsync(id, "x");
        return $"{await DeleteAsync(db, [id, id + "2"])} {await DeleteAsync(db, [id])}";
    }
}
