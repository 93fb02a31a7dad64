using LuaGen.Generator.Tests.CallSites;
using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA7011Tests
{
    [Theory]
    [InlineData("""var taken = ([|bool|])db.ScriptEvaluate("return redis.call('SET', KEYS[1], ARGV[1], 'NX')", keys, values);""")]
    [InlineData("""var n = ([|long|])db.ScriptEvaluate("return redis.call('SET', KEYS[1], ARGV[1])", keys, values);""")]
    [InlineData("""var n = ([|int|])await db.ScriptEvaluateAsync("return {1, 2}");""")]
    [InlineData("""var n = ([|long?|])await db.ScriptEvaluateAsync("if redis.call('EXISTS', KEYS[1]) == 0 then return 'missing' end\nreturn 1", keys);""")]
    [InlineData("""var n = ([|bool|])db.ScriptEvaluate("if redis.call('EXISTS', KEYS[1]) == 0 then return -1 end\nreturn 1", keys);""")]
    [InlineData("""var s = ([|string?|])db.ScriptEvaluate("return {'a', 'b'}");""")]
    [InlineData("""var r = db.ScriptEvaluate("return redis.status_reply('DONE')"); var n = ([|double|])r;""")]
    public Task Flags_casts_that_cannot_read_a_reply(string statements) => CallSiteAssert.FlagsAsync(Rule.CastThatThrows, statements);

    [Theory]
    [InlineData("""var s = (string?)db.ScriptEvaluate("return redis.call('SET', KEYS[1], ARGV[1], 'NX')", keys, values);""")]
    [InlineData("""var n = (long)db.ScriptEvaluate("return redis.call('GET', KEYS[1])", keys);""")]
    [InlineData("""var n = (long)db.ScriptEvaluate("return '42'");""")]
    [InlineData("""var n = (int)db.ScriptEvaluate("return {1}");""")]
    [InlineData("""var n = (int)db.ScriptEvaluate("return {1, redis.call('GET', KEYS[1])}", keys);""")]
    [InlineData("""var n = (int)db.ScriptEvaluate("return redis.call('LRANGE', KEYS[1], 0, 1)", keys);""")]
    [InlineData("""var b = (bool)db.ScriptEvaluate("return redis.call('SETNX', KEYS[1], ARGV[1])", keys, values);""")]
    [InlineData("""var b = (bool)db.ScriptEvaluate("return redis.call('DECR', KEYS[1])", keys);""")]
    [InlineData("""var a = (RedisResult[]?)db.ScriptEvaluate("return {1, 2}");""")]
    [InlineData("""var r = db.ScriptEvaluate("return redis.call('SET', KEYS[1], ARGV[1])", keys, values); var n = r.Resp2Type == ResultType.Integer ? (long)r : 0;""")]
    [InlineData("""var n = (long)db.ScriptEvaluate(text);""")]
    public Task Leaves_casts_alone_that_can_succeed(string statements) => CallSiteAssert.QuietAsync(Rule.CastThatThrows, statements);

    [Fact]
    public Task Says_what_to_do() => CallSiteAssert.MessageAsync(
        Rule.CastThatThrows,
        """var taken = (bool)db.ScriptEvaluate("return redis.call('SET', KEYS[1], ARGV[1], 'NX')", keys, values);""",
        "The script can return a status (the reply of SET), for which a cast to `bool` throws an InvalidCastException: test `IsNull` instead");
}
