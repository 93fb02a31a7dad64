using StackExchange.Redis;

namespace Shop;

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var reply = (RedisResult[])(await new ShopScripts(db).RunAsync(id))!;
        return string.Join(';', reply.Select(element => $"{element.Resp2Type} {element}"));
    }
}
