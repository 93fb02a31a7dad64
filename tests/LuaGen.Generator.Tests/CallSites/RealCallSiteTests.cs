using LuaGen.CodeFixes;
using LuaGen.Generator.Tests.CodeFixes;
using LuaGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Tests.CallSites;

/// <summary>The forms in which public projects call scripts, and the faults found in them: each reported, and the correct form beside it not.</summary>
public sealed class RealCallSiteTests
{
    public static TheoryData<string> Correct =>
    [
        // Locks.
        "var ok = (int)db.ScriptEvaluate(\"if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end\", [key], [value]) == 1;",
        "var ok = (bool)await db.ScriptEvaluateAsync(\"if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) else return 0 end\", new RedisKey[] { key }, new RedisValue[] { value, 30_000 });",
        "var ok = !(await db.ScriptEvaluateAsync(\"return redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2])\", [key], [value, 1000])).IsNull;",
        "var n = (long)db.ScriptEvaluate(\"if redis.call('hexists', KEYS[1], ARGV[2]) == 0 then return 0 end local c = redis.call('hincrby', KEYS[1], ARGV[2], -1) if c > 0 then redis.call('pexpire', KEYS[1], ARGV[1]) return 0 end redis.call('del', KEYS[1]) return 1\", [key], [30000, value]);",
        "var script = LuaScript.Prepare(\"if redis.call('GET', @key) == @owner then return redis.call('DEL', @key) end return 0\"); var done = (int)await db.ScriptEvaluateAsync(script, new { key, owner = text }) == 1;",
        "try { var ok = (long)await db.ScriptEvaluateAsync(hash, [key], [value]); } catch (RedisServerException e) when (e.Message.StartsWith(\"NOSCRIPT\")) { await db.ScriptEvaluateAsync(text, [key], [value]); }",
        // Limiters.
        "var n = (long)db.ScriptEvaluate(\"local n = redis.call('INCR', KEYS[1]) if n == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end return n\", [key], [60]);",
        "var r = (RedisResult[])db.ScriptEvaluate(\"local n = redis.call('INCR', KEYS[1]) if n == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end return {n, redis.call('PTTL', KEYS[1])}\", [key], [60000])!; var (count, wait) = ((long)r[0], (long)r[1]);",
        "var ok = (bool)db.ScriptEvaluate(\"redis.call('ZREMRANGEBYSCORE', KEYS[1], 0, ARGV[1] - ARGV[2]) if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[3]) then return 0 end redis.call('ZADD', KEYS[1], ARGV[1], ARGV[4]) redis.call('PEXPIRE', KEYS[1], ARGV[2]) return 1\", [key], [DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), 1000, 10, Guid.NewGuid().ToString()]);",
        "var left = (double)db.ScriptEvaluate(\"local t = tonumber(redis.call('HGET', KEYS[1], 't') or ARGV[1]) if t < 1 then return '0' end t = t - 1 redis.call('HSET', KEYS[1], 't', t) return tostring(t)\", [key], [10]);",
        // Queues.
        "var job = (string?)db.ScriptEvaluate(\"local id = redis.call('LPOP', KEYS[1]) if not id then return nil end redis.call('ZADD', KEYS[2], ARGV[1], id) return id\", [key, \"busy\"], [DateTimeOffset.UtcNow.ToUnixTimeSeconds()]);",
        "var jobs = (string[]?)db.ScriptEvaluate(\"local due = redis.call('ZRANGE', KEYS[1], '-inf', ARGV[1], 'BYSCORE', 'LIMIT', 0, ARGV[2]) for _, id in ipairs(due) do redis.call('ZREM', KEYS[1], id) end return due\", [key], [1, 10]);",
        "var n = (long)db.ScriptEvaluate(\"for i = 1, #ARGV do redis.call('RPUSH', KEYS[1], ARGV[i]) end return #ARGV\", [key], System.Linq.Enumerable.ToArray(values));",
        "db.ScriptEvaluate(\"redis.call('PUBLISH', ARGV[1], ARGV[2]) return redis.call('LPUSH', KEYS[1], ARGV[2])\", [key], [\"jobs\", text], CommandFlags.FireAndForget);",
        // Caches and counters.
        "var v = (RedisValue)await db.ScriptEvaluateAsync(\"local v = redis.call('GET', KEYS[1]) if v then redis.call('EXPIRE', KEYS[1], ARGV[1]) end return v\", [key], [60]).ConfigureAwait(false);",
        "var r = await db.ScriptEvaluateAsync(\"return redis.call('HGETALL', KEYS[1])\", [key]); if (r.IsNull) return; var all = (RedisValue[])r!;",
        "var n = (int?)db.ScriptEvaluate(\"if redis.call('EXISTS', KEYS[1]) == 1 then return redis.call('INCRBY', KEYS[1], ARGV[1]) end return nil\", [key], [1]);",
        "var r = db.ScriptEvaluate(\"return {redis.call('GET', KEYS[1]), redis.call('PTTL', KEYS[1])}\", [key]); var parts = (RedisResult[])r!; var ttl = (long)parts[1];",
        "var n = (long)(await db.ScriptEvaluateAsync(\"local n = 0 for i = 1, #KEYS do n = n + redis.call('DEL', KEYS[i]) end return n\", keys));",
        "const string Compare = \"if redis.call('HGET', KEYS[1], 'version') ~= ARGV[1] then return -1 end redis.call('HSET', KEYS[1], 'version', ARGV[2], 'data', ARGV[3]) return 1\"; var n = (int)db.ScriptEvaluate(Compare, [key], [1, 2, text]);",
    ];

    [Theory]
    // The number of a value that may be missing, compared with text.
    [InlineData("LUA3004", "db.ScriptEvaluate(\"local v = tonumber(redis.call('GET', KEYS[1]))\\nif ARGV[1] > v then return 1 end\\nreturn 0\", [key], [value]);")]
    [InlineData("LUA3004", "db.ScriptEvaluate(\"local v = tonumber(redis.call('GET', KEYS[1]) or 0)\\nif ARGV[1] > v then return 1 end\\nreturn 0\", [key], [value]);")]
    // A number of keys that the server refuses.
    [InlineData("LUA4004", "db.ScriptEvaluate(\"return redis.call('LMPOP', 0, KEYS[1], 'LEFT')\", [key]);")]
    [InlineData("LUA4004", "db.ScriptEvaluate(\"return redis.call('ZMPOP', 0, KEYS[1], 'MIN')\", [key]);")]
    [InlineData("LUA4004", "LuaScript.Prepare(\"return redis.call('LMPOP', 0, @key, 'LEFT')\").Evaluate(db, new { key });")]
    // A mutable static text that nothing assigns, and one behind the project's own method.
    [InlineData("LUA4001", "db.ScriptEvaluate(S, keys); } static string S = \"return redis.call('GTE', KEYS[1])\"; void Other() {")]
    [InlineData("LUA4001", "await Run(\"return redis.call('GTE', KEYS[1])\", key); Task<RedisResult> Run(string s, RedisKey k) => db.ScriptEvaluateAsync(s, [k]);")]
    // The owner of a lock is not passed.
    [InlineData("LUA7001", "db.ScriptEvaluate(\"if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end\", [key]);")]
    [InlineData("LUA7001", "db.ScriptEvaluate(\"local n = redis.call('LLEN', KEYS[1]) if n >= tonumber(ARGV[1]) then return 1 end\", [key]);")]
    [InlineData("LUA7002", "db.ScriptEvaluate(\"return redis.call('SET', KEYS[1], ARGV[2])\", [key], [value, value]);")]
    // A value that becomes code.
    [InlineData("LUA7003", "var n = text.Length; db.ScriptEvaluate($\"return redis.call('INCRBY', KEYS[1], {0 - n})\", keys);")]
    [InlineData("LUA7003", "var s = text; db.ScriptEvaluate(\"return redis.call('INCRBY', KEYS[1], @n)\".Replace(\"@n\", s), keys);")]
    // A string that is meant as a key.
    [InlineData("LUA7005", "await db.ExecuteAsync(\"EVAL\", \"return redis.call('GET', KEYS[1])\", 1, \"stock\");")]
    // The reply may be nil.
    [InlineData("LUA7006", "var r = await db.ScriptEvaluateAsync(\"return redis.call('GET', KEYS[1])\", [key]); Console.WriteLine((long)r);")]
    // "True" for ever once the server has lost the script.
    [InlineData("LUA7007", "Check(); async Task<bool> Check() { try { return (long)await db.ScriptEvaluateAsync(hash, [key]) == 1; } catch { return true; } }")]
    [InlineData("LUA7007", "try { await db.ScriptEvaluateAsync(hash, [key]); } catch (RedisServerException e) when (e.Message.StartsWith(\"WRONGTYPE\")) { await db.ScriptEvaluateAsync(text, [key]); }")]
    // A key among the values, and a key that only the script knows.
    [InlineData("LUA3006", "db.ScriptEvaluate(\"return redis.call('GET', ARGV[1])\", values: [value]);")]
    [InlineData("LUA6002", "db.ScriptEvaluate(\"local now = redis.call('TIME')[1]\\nreturn redis.call('INCR', KEYS[1] .. ':' .. math.floor(now / 60))\", [key]);")]
    // A fraction that the reply loses.
    [InlineData("LUA7012", "var d = text.Length / 2.0; db.ScriptEvaluate(\"return {1, tonumber(ARGV[1])}\", [key], [d]);")]
    // A prepared script that reads KEYS itself, and casts that throw.
    [InlineData("LUA7010", "LuaScript.Prepare(\"return redis.call('DEL', KEYS[1])\").Evaluate(db);")]
    [InlineData("LUA7011", "var b = (bool)db.ScriptEvaluate(\"return redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', 1000)\", [key], [value]);")]
    [InlineData("LUA7011", "var n = (long)db.ScriptEvaluate(\"return {1, 2}\");")]
    public async Task Is_reported(string id, string statements) => Assert.Contains(id, await IdsAsync(statements));

    /// <summary>Correct calls of the same forms: only the offer to move them, or to send one command instead, is reported.</summary>
    [Theory]
    [MemberData(nameof(Correct))]
    public async Task Is_quiet_when_correct(string statements) => Assert.DoesNotContain(await IdsAsync(statements), id => id is not ("LUA7009" or "LUA4018"));

    /// <summary>What can be moved compiles afterwards, and nothing new is reported of it.</summary>
    [Theory]
    [MemberData(nameof(Correct))]
    public async Task Moves_without_a_new_warning(string statements)
    {
        var project = FixHost.Project([CallSiteHost.Method(statements)], []);
        foreach (var diagnostic in await FixHost.DiagnosticsAsync(project, "LUA7009"))
        {
            if (await FixHost.FixAsync(project, new MoveScriptFix(), diagnostic) is { } after)
            {
                var output = await FixHost.GenerateAsync(after);
                Assert.Empty(output.Diagnostics.Select(GeneratorHost.Print));
                Assert.Empty(output.CompilerDiagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Select(GeneratorHost.Print));
            }
            else
            {
                Assert.Contains(" (by hand: ", diagnostic.GetMessage(null), StringComparison.Ordinal);
            }
        }
    }

    /// <summary>Compared as text, an argument stays a value, although it is also used as a number.</summary>
    [Fact]
    public void A_version_that_is_compared_as_text_keeps_its_bytes()
    {
        var output = GeneratorHost.Run(new TestScript("Scripts/Next.lua", "if redis.call('HGET', KEYS[1], 'v') ~= ARGV[1] then return -1 end return tonumber(ARGV[1]) + 1\n"));

        Assert.Matches(@"ARGV\[1\] \w+: value\b", Assert.Single(output.Sources).SourceText.ToString());
    }

    /// <summary>A file in the form of <c>LuaScript</c> that the project loads itself still builds.</summary>
    [Fact]
    public void A_file_with_names_has_no_syntax_error()
    {
        var output = GeneratorHost.Run(new TestScript("Scripts/A.lua", "return redis.call('GET', @key)\n"));

        Assert.DoesNotContain(output.Diagnostics, diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.Contains(output.Sources, source => source.SourceText.ToString().Contains("AAsync(", StringComparison.Ordinal));
    }

    /// <summary>The comment above a local moves with it.</summary>
    [Fact]
    public async Task A_local_s_comment_moves() => Assert.StartsWith("-- Frees the lock.\n--\n-- KEYS[1] key\n", await MovedAsync("""
        // Frees the lock.
        const string Script = "return redis.call('DEL', KEYS[1])";
        await db.ScriptEvaluateAsync(Script, [key]);
        """), StringComparison.Ordinal);

    private static async Task<string> MovedAsync(string statements)
    {
        var project = FixHost.Project([CallSiteHost.Method(statements)], []);
        var after = await FixHost.FixAsync(project, new MoveScriptFix(), Assert.Single(await FixHost.DiagnosticsAsync(project, "LUA7009")));
        return Assert.Single(await FixHost.ScriptsAsync(after!)).Value;
    }

    private static async Task<string[]> IdsAsync(string statements) =>
        [.. (await CallSiteHost.AnalyzeAsync(CallSiteHost.Method(statements))).Select(diagnostic => diagnostic.Id)];
}
