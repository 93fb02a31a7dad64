using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA4029Tests
{
    [Theory]
    [InlineData("""
        -- @since 3.2
        local now = redis.call('TIME')
        return redis.call([|'SET'|], KEYS[1], now[1])
        """)]
    [InlineData("""
        -- @since 4.0
        local any = redis.call('SRANDMEMBER', KEYS[1])
        redis.call([|'SREM'|], KEYS[1], any or '')
        return 1
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.WriteAfterRandom, script);

    [Theory]
    [InlineData("""
        local now = redis.call('TIME')
        return redis.call('SET', KEYS[1], now[1])
        """)]
    [InlineData("""
        -- @since 3.2
        redis.replicate_commands()
        local now = redis.call('TIME')
        return redis.call('SET', KEYS[1], now[1])
        """)]
    [InlineData("""
        -- @since 3.2
        redis.call('SET', KEYS[1], 1)
        return redis.call('TIME')
        """)]
    public void Leaves_right_scripts_alone(string script) => RuleAssert.Quiet(Rule.WriteAfterRandom, script);
}
