using StackExchange.Redis;

namespace Shop;

public sealed class Sessions(IDatabase db)
{
    private static readonly string TouchScript = @"
        local user = redis.call('HGET', KEYS[1], ""user"")
        if user then
            redis.call('EXPIRE', KEYS[1], ARGV[1])
        end
        return user";

    public async Task<string?> TouchAsync(Guid session, TimeSpan hold) =>
        (string?)await db.ScriptEvaluateAsync(TouchScript, [$"session:{session}"], [(int)hold.TotalSeconds]).ConfigureAwait(false);
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
