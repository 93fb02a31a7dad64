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
    public void Leaves_right_scripts_alone(string script) => RuleAssert.Quiet(Rule.WrongUnit, script);
}
