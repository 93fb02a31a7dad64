using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA4031Tests
{
    [Theory]
    [InlineData("""
        redis.call('RPUSH', KEYS[1], 'x')
        return redis.call([|'HINCRBY'|], KEYS[1], 'n', 1)
        """)]
    [InlineData("""
        local key = KEYS[1]
        redis.call('INCR', key)
        redis.call([|'HSET'|], KEYS[1], 'f', 'v')
        return 1
        """)]
    [InlineData("""
        redis.call('SET', 'a', 1)
        return redis.call([|'LLEN'|], 'a')
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.KeyOfTwoTypes, script);

    [Theory]
    [InlineData("""
        redis.call('RPUSH', KEYS[1], 'x')
        redis.call('DEL', KEYS[1])
        return redis.call('HINCRBY', KEYS[1], 'n', 1)
        """)]
    [InlineData("""
        redis.call('RPUSH', KEYS[1], 'x')
        return redis.call('HINCRBY', KEYS[2], 'n', 1)
        """)]
    [InlineData("""
        redis.call('RPUSH', KEYS[1], 'x')
        redis.call('LPOP', KEYS[1])
        return redis.call('INCR', KEYS[1])
        """)]
    [InlineData("""
        redis.call('RPUSH', KEYS[1], 'x')
        return redis.call('SET', KEYS[1], 'n')
        """)]
    [InlineData("""
        redis.call('RPUSH', KEYS[1], 'x')
        return redis.pcall('GET', KEYS[1])
        """)]
    [InlineData("""
        if ARGV[1] then redis.call('RPUSH', KEYS[1], 'x') end
        return redis.call('GET', KEYS[1])
        """)]
    public void Leaves_right_scripts_alone(string script) => RuleAssert.Quiet(Rule.KeyOfTwoTypes, script);
}
