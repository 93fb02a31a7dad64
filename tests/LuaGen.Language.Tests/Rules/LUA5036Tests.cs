using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5036Tests
{
    [Theory]
    [InlineData("return [|redis.call('HGETALL', KEYS[1]).name|]")]
    [InlineData("""
        local bucket = redis.call('HMGET', KEYS[1], 'tokens')
        return [|bucket['tokens']|] or 10
        """)]
    [InlineData("""
        local rows = redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')
        return [|rows.score|]
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.FieldOfFlatReply, script);

    [Theory]
    [InlineData("return redis.call('HGETALL', KEYS[1])[2]")]
    [InlineData("""
        local flat, map = redis.call('HGETALL', KEYS[1]), {}
        for i = 1, #flat, 2 do map[flat[i]] = flat[i + 1] end
        return map.name
        """)]
    [InlineData("""
        redis.setresp(3)
        return redis.call('HGETALL', KEYS[1]).map.name
        """)]
    [InlineData("return redis.call('SET', KEYS[1], 1).ok")]
    [InlineData("""
        local t = cjson.decode(redis.call('GET', KEYS[1]) or '{}')
        return t.name
        """)]
    public void Leaves_right_scripts_alone(string script) => RuleAssert.Quiet(Rule.FieldOfFlatReply, script);
}
