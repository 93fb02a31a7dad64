using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA4026Tests
{
    [Theory]
    [InlineData("""
        -- KEYS[1...] keys
        return redis.call('DEL', [|unpack(KEYS)|])
        """)]
    [InlineData("""
        -- KEYS[1] set
        -- ARGV[1...] members: string
        return redis.call('SADD', KEYS[1], [|unpack(ARGV)|])
        """)]
    [InlineData("""
        -- KEYS[1] set
        -- ARGV[1] ttl: seconds
        -- ARGV[2...] members: string
        redis.call('EXPIRE', KEYS[1], ARGV[1])
        return redis.call('SREM', KEYS[1], [|unpack(ARGV, 2)|])
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.EmptyUnpack, script);

    [Theory]
    [InlineData("""
        -- KEYS[1...] keys
        if #KEYS == 0 then return 0 end
        return redis.call('DEL', unpack(KEYS))
        """)]
    [InlineData("""
        -- KEYS[1] set
        -- ARGV[1...] members: string
        return redis.call('SADD', KEYS[1], 'first', unpack(ARGV))
        """)]
    [InlineData("return redis.call('DEL', unpack(KEYS))")]
    [InlineData("""
        -- KEYS[1] a
        -- KEYS[2] b
        return redis.call('DEL', unpack(KEYS))
        """)]
    public void Leaves_right_scripts_alone(string script) => RuleAssert.Quiet(Rule.EmptyUnpack, script);
}
