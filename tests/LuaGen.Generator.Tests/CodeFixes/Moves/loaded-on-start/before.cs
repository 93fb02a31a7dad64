using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private static readonly LuaScript Bump = LuaScript.Prepare("return redis.call('INCRBY', @key, @by)");
    private static LoadedLuaScript s_bump = null!;

    private static async Task StartAsync(IDatabase db)
    {
        s_bump = await Bump.LoadAsync(db.Multiplexer.GetServers()[0]).ConfigureAwait(false);
        await db.PingAsync();
    }

    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        await StartAsync(db);
        return $"{(long)await db.ScriptEvaluateAsync(s_bump, new { key = (RedisKey)id, by = 2 })} {(long)db.ScriptEvaluate(s_bump, new { key = (RedisKey)id, by = 3 })}";
    }
}
