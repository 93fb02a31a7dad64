using LuaGen.Generator.Tests.CallSites;
using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA7006Tests
{
    [Theory]
    [InlineData("""var n = ([|long|])db.ScriptEvaluate("return redis.call('GET', KEYS[1])", keys);""")]
    [InlineData("""var n = ([|int|])await db.ScriptEvaluateAsync("return redis.call('ZRANK', KEYS[1], ARGV[1])", keys, values);""")]
    [InlineData("""var n = ([|double|])(await db.ScriptEvaluateAsync("return redis.call('ZSCORE', KEYS[1], ARGV[1])", keys, values).ConfigureAwait(false));""")]
    [InlineData("""var n = ([|ulong|])db.ScriptEvaluate("if redis.call('EXISTS', KEYS[1]) == 0 then return nil end\nreturn redis.call('DECR', KEYS[1])", keys);""")]
    [InlineData("""var n = ([|int|])db.ScriptEvaluate("if redis.call('EXISTS', KEYS[1]) == 1 then return redis.call('DECR', KEYS[1]) end", keys);""")]
    [InlineData("""var n = ([|int|])db.ScriptEvaluate("if redis.call('EXISTS', KEYS[1]) == 1 then return 0 else return false end", keys);""")]
    [InlineData("""var n = ([|int|])db.ScriptEvaluate("return tonumber(redis.call('GET', KEYS[1]))", keys);""")]
    [InlineData("""var n = ([|long|])db.ScriptEvaluate("local n = redis.call('GET', KEYS[1])\nif n then redis.call('DEL', KEYS[1]) end\nreturn n", keys);""")]
    [InlineData("""var r = await db.ScriptEvaluateAsync("return redis.call('GET', KEYS[1])", keys); var n = ([|long|])r;""")]
    [InlineData("""var r = (await db.ScriptEvaluateAsync("return redis.call('GET', KEYS[1])", keys))!; Console.WriteLine(([|int|])r!); Console.WriteLine((string?)r);""")]
    public Task Flags_casts_that_make_a_number_of_nil(string statements) => CallSiteAssert.FlagsAsync(Rule.HiddenNil, statements);

    [Theory]
    [InlineData("""var n = (long?)db.ScriptEvaluate("return redis.call('GET', KEYS[1])", keys);""")]
    [InlineData("""var n = (string?)db.ScriptEvaluate("return redis.call('GET', KEYS[1])", keys);""")]
    [InlineData("""var n = (bool)db.ScriptEvaluate("return redis.call('GET', KEYS[1])", keys);""")]
    [InlineData("""var n = (long)db.ScriptEvaluate("return redis.call('INCR', KEYS[1])", keys);""")]
    [InlineData("""var n = (int)db.ScriptEvaluate("if redis.call('EXISTS', KEYS[1]) == 1 then return 1 end", keys);""")]
    [InlineData("""var n = (int)db.ScriptEvaluate("if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) else return 0 end", keys, values);""")]
    [InlineData("""var n = (int)db.ScriptEvaluate("return tonumber(redis.call('GET', KEYS[1]) or 0)", keys);""")]
    [InlineData("""var n = (int)db.ScriptEvaluate("return redis.call('GET', KEYS[1]) or 0", keys);""")]
    [InlineData("""var n = (int)db.ScriptEvaluate("return ARGV[1]", keys, values);""")]
    [InlineData("""var n = (int)db.ScriptEvaluate("return cjson.decode(ARGV[1]).n", keys, values);""")]
    [InlineData("""var n = (int)db.ScriptEvaluate("local n = redis.call('GET', KEYS[1])\nif not n then error('none') end\nreturn n", keys);""")]
    [InlineData("""var n = (int)db.ScriptEvaluate(text, keys);""")]
    [InlineData("""var r = await db.ScriptEvaluateAsync("return redis.call('GET', KEYS[1])", keys); var n = r.IsNull ? -1 : (long)r;""")]
    [InlineData("""var r = await db.ScriptEvaluateAsync("return redis.call('GET', KEYS[1])", keys); if (r is null) { } var n = (long)r;""")]
    [InlineData("""var r = await db.ScriptEvaluateAsync("return redis.call('GET', KEYS[1])", keys); r = null!; var n = (long)r;""")]
    public Task Leaves_casts_alone_that_hide_nothing(string statements) => CallSiteAssert.QuietAsync(Rule.HiddenNil, statements);

    [Fact]
    public Task Says_what_to_cast_to() => CallSiteAssert.MessageAsync(
        Rule.HiddenNil,
        """var n = (long)db.ScriptEvaluate("return redis.call('GET', KEYS[1])", keys);""",
        "The script can return nil (the reply of GET), which a cast to `long` turns into 0: cast to `long?`");
}
