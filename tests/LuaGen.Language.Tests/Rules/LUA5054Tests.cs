using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5054Tests
{
    [Theory]
    [InlineData("return redis.call('HINCRBY', KEYS[1], [|KEYS[2]|], 1)")]
    [InlineData("""
        if [|KEYS[2]|] == 'x' then return 1 end
        return redis.call('INCR', KEYS[1])
        """)]
    [InlineData("""
        local member = KEYS[2]
        redis.call('ZREM', KEYS[1], [|member|])
        return redis.call('ZADD', KEYS[1], 1, member)
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.KeyNotUsedAsKey, script);

    [Theory]
    [InlineData("return redis.call('INCR', KEYS[1]) + redis.call('INCR', KEYS[2])")]
    [InlineData("""
        redis.call('SADD', KEYS[1], KEYS[2])
        return redis.call('INCR', KEYS[2])
        """)]
    [InlineData("return redis.call('INCR', KEYS[1] .. KEYS[2])")]
    [InlineData("""
        redis.call('DEL', unpack(KEYS))
        return redis.call('HINCRBY', KEYS[1], KEYS[2], 1)
        """)]
    [InlineData("""
        local function add(key) return redis.call('INCR', key) end
        redis.call('SADD', KEYS[1], KEYS[2])
        return add(KEYS[2])
        """)]
    [InlineData("""
        for i = 1, 2 do redis.call('INCR', KEYS[i]) end
        return redis.call('SADD', KEYS[1], KEYS[2])
        """)]
    [InlineData("return redis.call('EVAL', ARGV[1], 1, KEYS[1], KEYS[2])")]
    [InlineData("""
        local key = KEYS[2]
        key = key .. 'x'
        return redis.call('INCR', KEYS[1])
        """)]
    public void Is_quiet_where_the_script_is_right(string script) => RuleAssert.Quiet(Rule.KeyNotUsedAsKey, script);
}
