using StackExchange.Redis;

namespace Shop;

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id) =>
        (string)(await db.ScriptEvaluateAsync("#!lua flags=no-writes\n--[[ says hello ]]\nreturn 'hello ' .. ARGV[1]", null, ["you", id]))!;
}
