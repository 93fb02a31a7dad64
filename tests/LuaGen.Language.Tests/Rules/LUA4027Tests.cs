using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA4027Tests
{
    [Theory]
    [InlineData("""
        -- KEYS[1] a
        -- ARGV[1] window: milliseconds
        return redis.call('SET', KEYS[1], 1, 'EX', [|ARGV[1]|])
        """)]
    [InlineData("""
        -- KEYS[1] a
        -- ARGV[1] hold: seconds
        return redis.call('PEXPIRE', KEYS[1], [|tonumber(ARGV[1])|])
        """)]
    [InlineData("""
        -- KEYS[1] a
        -- ARGV[1] till: unixmilliseconds
        local till = ARGV[1]
        return redis.call('EXPIREAT', KEYS[1], [|till|])
        """)]
    [InlineData("""
        -- KEYS[1] a
        -- ARGV[1] hold: seconds
        return redis.call('EXPIREAT', KEYS[1], [|ARGV[1]|])
        """)]
    [InlineData("""
        -- KEYS[1] a
        -- ARGV[1] hold: seconds
        return redis.call('GETEX', KEYS[1], 'PX', [|ARGV[1]|])
        """)]
    [InlineData("""
        -- KEYS[1] lock
        -- ARGV[1] owner: string
        -- ARGV[2] ttlMs: long
        return redis.call('SET', KEYS[1], ARGV[1], 'NX', 'EX', [|ARGV[2]|])
        """)]
    [InlineData("""
        local window_ms = tonumber(ARGV[1])
        redis.call('EXPIRE', KEYS[1], [|window_ms|])
        return 1
        """)]
    [InlineData("""
        local TTL_SECONDS = ARGV[1]
        return redis.call('PEXPIRE', KEYS[1], [|TTL_SECONDS|])
        """)]
    [InlineData("""
        local nowMillis = ARGV[1]
        return redis.call('EXPIREAT', KEYS[1], [|nowMillis|])
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.WrongUnit, script);

    [Theory]
    [InlineData("""
        -- KEYS[1] a
        -- ARGV[1] window: milliseconds
        return redis.call('SET', KEYS[1], 1, 'PX', ARGV[1])
        """)]
    [InlineData("""
        -- KEYS[1] a
        -- ARGV[1] window: milliseconds
        return redis.call('EXPIRE', KEYS[1], math.ceil(ARGV[1] / 1000))
        """)]
    [InlineData("""
        -- KEYS[1] a
        -- ARGV[1] ttl: long
        return redis.call('EXPIRE', KEYS[1], ARGV[1])
        """)]
    [InlineData("""
        -- KEYS[1] a
        -- ARGV[1] till: unixseconds
        return redis.call('ZADD', KEYS[1], ARGV[1], 'm')
        """)]
    [InlineData("""
        local window_ms = tonumber(ARGV[1])
        redis.call('PEXPIRE', KEYS[1], window_ms)
        redis.call('EXPIRE', KEYS[2], math.ceil(window_ms / 1000))
        return 1
        """)]
    [InlineData("""
        local until_seconds = ARGV[1]
        return redis.call('EXPIREAT', KEYS[1], until_seconds)
        """)]
    [InlineData("""
        local limit_per_seconds = ARGV[1]
        return redis.call('PEXPIRE', KEYS[1], limit_per_seconds)
        """)]
    [InlineData("""
        local items, params = ARGV[1], ARGV[2]
        redis.call('PEXPIRE', KEYS[1], items)
        return redis.call('EXPIRE', KEYS[1], params)
        """)]
    public void Leaves_right_scripts_alone(string script) => RuleAssert.Quiet(Rule.WrongUnit, script);
}
