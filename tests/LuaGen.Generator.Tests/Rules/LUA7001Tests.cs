using LuaGen.Generator.Tests.CallSites;
using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA7001Tests
{
    [Theory]
    [InlineData("""db.ScriptEvaluate("return redis.call('SET', KEYS[1], ARGV[1])", new RedisKey[] { key }, [|new RedisValue[0]|]);""")]
    [InlineData("""db.[|ScriptEvaluate|]("return redis.call('SET', KEYS[1], ARGV[1])", new[] { key });""")]
    [InlineData("""await db.ScriptEvaluateAsync("return redis.call('GET', KEYS[2])", [|[key]|]);""")]
    [InlineData("""await db.ScriptEvaluateAsync(values: [value], keys: [|null|], script: "return redis.call('SET', KEYS[1], ARGV[1])");""")]
    [InlineData("""await db.ScriptEvaluateReadOnlyAsync("return redis.call('GET', KEYS[2])", [|new RedisKey[] { key }|]);""")]
    [InlineData("""var k = new RedisKey[] { key }; db.ScriptEvaluate("return redis.call('GET', KEYS[2])", [|k|]);""")]
    [InlineData("""RedisKey[] k = [key]; db.ScriptEvaluate("return {KEYS[1], KEYS[2]}", [|k|]);""")]
    [InlineData("""db.ScriptEvaluate("return ARGV[1]", new[] { key }, [|Array.Empty<RedisValue>()|]);""")]
    [InlineData("""db.ScriptEvaluate("local t = ARGV[2]\nreturn redis.call('SET', KEYS[1], ARGV[1], 'PX', t)", [key], [|[value]|]);""")]
    [InlineData("""db.ScriptEvaluate("local n = tonumber(ARGV[2])\nif redis.call('GET', KEYS[1]) then return n + 1 end", [key], [|[value]|]);""")]
    [InlineData("""await db.[|ExecuteAsync|]("EVAL", "return redis.call('GET', KEYS[1])", 0);""")]
    [InlineData("""db.Execute("EVAL", "return redis.call('SET', KEYS[1], ARGV[2])", "1", key, [|value|]);""")]
    [InlineData("""using var r = db.ScriptEvaluateResp("return redis.call('GET', KEYS[2])", [|new RedisKey[] { key }|], default);""")]
    [InlineData("""await transaction.ScriptEvaluateAsync("return redis.call('GET', KEYS[2])", [|[key]|]);""")]
    [InlineData("""db.[|ScriptEvaluate|]("local n = redis.call('LLEN', KEYS[1])\nif n >= tonumber(ARGV[1]) then return 1 end\nreturn 0", [key]);""")]
    [InlineData("""db.[|ScriptEvaluate|]("if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end\nreturn 0", [key]);""")]
    [InlineData("""db.ScriptEvaluate("if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end\nreturn 0", [key], [|[value]|]);""")]
    [InlineData("""db.ScriptEvaluate("local owner = redis.call('GET', KEYS[1])\nif owner ~= ARGV[1] then return 0 end\nreturn redis.call('PEXPIRE', KEYS[1], ARGV[2])", [key], [|[value]|]);""")]
    [InlineData("""db.[|ScriptEvaluate|]("while redis.call('LLEN', KEYS[1]) > tonumber(ARGV[1]) do redis.call('LPOP', KEYS[1]) end", [key]);""")]
    [InlineData("""db.ScriptEvaluate("if redis.call('EXISTS', KEYS[1]) == 1 then return 1 elseif tonumber(ARGV[2]) > 0 then return 2 end\nreturn 3", [key], [|[value]|]);""")]
    public Task Flags_what_the_script_needs_and_the_call_leaves_out(string statements) => CallSiteAssert.FlagsAsync(Rule.TooFewPassed, statements);

    [Theory]
    [InlineData("""db.ScriptEvaluate("return redis.call('SET', KEYS[1], ARGV[1])", [key], [value]);""")]
    [InlineData("""db.ScriptEvaluate("return redis.call('SET', KEYS[1], ARGV[1])", keys, values);""")]
    [InlineData("""db.ScriptEvaluate("return redis.call('SET', KEYS[1], ARGV[1])", [key, .. keys], [.. values]);""")]
    [InlineData("""var k = new RedisKey[] { key }; k = keys; db.ScriptEvaluate("return redis.call('GET', KEYS[2])", k);""")]
    [InlineData("""var k = new RedisKey[] { key }; int n, m; ((k, n), m) = ((keys, 1), 2); db.ScriptEvaluate("return redis.call('GET', KEYS[2])", k);""")]
    [InlineData("""var k = new RedisKey[] { key }; Array.Resize(ref k, 2); db.ScriptEvaluate("return redis.call('GET', KEYS[2])", k);""")]
    [InlineData("""db.ScriptEvaluate("return redis.call('GET', KEYS[2])", keys.Length > 1 ? keys : null);""")]
    [InlineData("""db.ScriptEvaluate("return redis.call('GET', KEYS[2])", new RedisKey[keys.Length]);""")]
    [InlineData("""db.ScriptEvaluate("return redis.call('LPOP', KEYS[1], ARGV[1] or 10)", [key]);""")]
    [InlineData("""db.ScriptEvaluate("local n = tonumber(ARGV[1]) or 10\nreturn n + 1");""")]
    [InlineData("""db.ScriptEvaluate("if ARGV[2] then redis.call('EXPIRE', KEYS[1], ARGV[2]) end", [key], [value]);""")]
    [InlineData("""db.ScriptEvaluate("local t = ARGV[2]\nif t ~= nil then redis.call('EXPIRE', KEYS[1], t) end", [key], [value]);""")]
    [InlineData("""db.ScriptEvaluate("local t = ARGV[2]\nif not t then t = 5 end\nredis.call('EXPIRE', KEYS[1], t)", [key], [value]);""")]
    [InlineData("""db.ScriptEvaluate("local mode, t = ARGV[1], ARGV[2]\nif mode == 'hold' then redis.call('EXPIRE', KEYS[1], t) end", [key], [value]);""")]
    [InlineData("""db.ScriptEvaluate("if ARGV[1] == 'free' then return redis.call('DEL', KEYS[1]) end\nreturn redis.call('SET', KEYS[1], ARGV[2])", [key], [value]);""")]
    [InlineData("""db.ScriptEvaluate("if #ARGV > 1 then redis.call('EXPIRE', KEYS[1], ARGV[2]) end", [key], [value]);""")]
    [InlineData("""db.ScriptEvaluate("return ARGV[1] == 'x' and redis.call('DEL', KEYS[2])", [key], [value]);""")]
    [InlineData("""db.ScriptEvaluate("for i = 1, #KEYS do redis.call('DEL', KEYS[i]) end");""")]
    [InlineData("""db.ScriptEvaluate("return redis.call('GET', KEYS[2]", [key]);""")]
    [InlineData("""db.ScriptEvaluate(text, [key]);""")]
    [InlineData("""db.ScriptEvaluate(hash, [key]);""")]
    [InlineData("""db.Execute("EVAL", "return redis.call('GET', KEYS[1])", keys.Length, key);""")]
    [InlineData("""db.Execute("ECHO", "return redis.call('GET', KEYS[1])");""")]
    [InlineData("""db.ScriptEvaluate("if ARGV[1] == 'x' then return 1 elseif redis.call('GET', KEYS[1]) == ARGV[2] then return 2 end\nreturn 3", [key], [value]);""")]
    [InlineData("""db.ScriptEvaluate("if ARGV[2] and redis.call('GET', KEYS[1]) == ARGV[2] then return 1 end\nreturn 0", [key], [value]);""")]
    [InlineData("""db.ScriptEvaluate("if tonumber(ARGV[1]) > 0 and redis.call('GET', KEYS[1]) == ARGV[2] then return 1 end\nreturn 0", [key], [value]);""")]
    [InlineData("""db.ScriptEvaluate("if #ARGV > 1 and redis.call('GET', KEYS[1]) ~= ARGV[2] then return 1 end\nreturn 0", [key], [value]);""")]
    public Task Leaves_alone_what_fits_or_cannot_be_counted(string statements) => CallSiteAssert.QuietAsync(Rule.TooFewPassed, statements);

    [Fact]
    public Task Says_what_to_pass() => CallSiteAssert.MessageAsync(
        Rule.TooFewPassed,
        """db.ScriptEvaluate("return redis.call('RENAME', KEYS[1], KEYS[2])", [key]);""",
        "The script requires KEYS[2], but this call passes 1 key: pass 2");
}
