using StackExchange.Redis;

namespace Shop;

public class Program
{
    /* Takes units; the reply is what is left. */
    private readonly LuaScript _take;

    private Program() => _take = LuaScript.Prepare("return redis.call('DECRBY', @stock, @units)");

    private async Task<long> TakeAsync(IDatabase db, RedisKey stock, int units) =>
        (long)await db.ScriptEvaluateAsync(_take, new { stock, units });

    private async Task<long> TakeAsync(IDatabase db, RedisKey stock, string text)
    {
        var parameters = new { stock, units = text };
        return (long)await _take.EvaluateAsync(db, parameters).ConfigureAwait(false);
    }

    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        var program = new Program();
        return $"{await program.TakeAsync(db, id, 3)} {await program.TakeAsync(db, id, "4")}";
    }
}
