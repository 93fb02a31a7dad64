using System.IO;
using StackExchange.Redis;

namespace Shop;

public static class Program
{
    private static readonly string AcquireScript = Read("Shop.Scripts.Locks.Acquire.lua");

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Program).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        RedisKey key = id;
        var taken = (long)await db.ScriptEvaluateAsync(AcquireScript, [key], [id]) == 1;
        return $"{taken} {(string?)await db.StringGetAsync(key) == id}";
    }
}
