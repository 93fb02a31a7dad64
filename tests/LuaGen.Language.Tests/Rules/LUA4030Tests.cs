using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA4030Tests
{
    [Theory]
    [InlineData("""
        redis.call('DEL', KEYS[1])
        redis.call([|'EXPIRE'|], KEYS[1], 10)
        return redis.call('INCR', KEYS[1])
        """)]
    [InlineData("""
        redis.call([|'PEXPIRE'|], KEYS[1], 10)
        return redis.call('LPUSH', KEYS[1], 'v')
        """)]
    [InlineData("""
        redis.call('EXPIRE', KEYS[1], 10)
        redis.call([|'SET'|], KEYS[1], 'v')
        return 1
        """)]
    [InlineData("""
        redis.call('SET', KEYS[1], 'v', 'EX', 10)
        redis.call([|'SET'|], KEYS[1], 'w')
        return 1
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.LostExpiry, script);

    [Theory]
    [InlineData("""
        redis.call('INCR', KEYS[1])
        redis.call('EXPIRE', KEYS[1], 10)
        return 1
        """)]
    [InlineData("""
        redis.call('EXPIRE', KEYS[1], 10)
        redis.call('SET', KEYS[1], 'v', 'KEEPTTL')
        return 1
        """)]
    [InlineData("""
        redis.call('EXPIRE', KEYS[1], 10)
        if ARGV[1] then redis.call('PERSIST', KEYS[1]) end
        redis.call('SET', KEYS[1], 'v')
        return 1
        """)]
    [InlineData("""
        if redis.call('EXISTS', KEYS[1]) == 1 then
          redis.call('EXPIRE', KEYS[1], 10)
          redis.call('INCR', KEYS[1])
        end
        return 1
        """)]
    [InlineData("""
        redis.call('EXPIRE', KEYS[1], 10)
        return redis.call('INCR', KEYS[2])
        """)]
    public void Leaves_right_scripts_alone(string script) => RuleAssert.Quiet(Rule.LostExpiry, script);
}
