using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5041Tests
{
    [Theory]
    [InlineData("""
        -- @since garnet
        return redis.call('EXPIRE', KEYS[1], [|ARGV[1] / 2|])
        """)]
    [InlineData("""
        -- @since garnet
        local half = tonumber(ARGV[1]) / 2
        return redis.call('INCRBY', KEYS[1], [|half|])
        """)]
    [InlineData("""
        -- @since garnet
        return redis.call('SET', KEYS[1], 1, 'EX', [|2 ^ ARGV[1]|])
        """)]
    public void Flags_a_quotient_where_a_whole_number_is_needed(string script) => RuleAssert.Flags(Rule.FloatSent, script);

    [Theory]
    [InlineData("""
        return redis.call('EXPIRE', KEYS[1], ARGV[1] / 2)
        """)]
    [InlineData("""
        -- @since garnet
        return redis.call('EXPIRE', KEYS[1], math.floor(ARGV[1] / 2))
        """)]
    [InlineData("""
        -- @since garnet
        return redis.call('SET', KEYS[1], ARGV[1] / 2)
        """)]
    [InlineData("""
        -- @since garnet
        return redis.call('INCRBYFLOAT', KEYS[1], ARGV[1] / 2)
        """)]
    [InlineData("""
        -- @since dragonfly
        return redis.call('EXPIRE', KEYS[1], ARGV[1] / 2)
        """)]
    public void Leaves_what_Garnet_accepts_alone(string script) => RuleAssert.Quiet(Rule.FloatSent, script);

    [Fact]
    public void Says_how_to_round() => RuleAssert.Message(Rule.FloatSent, """
        -- @since garnet
        return redis.call('EXPIRE', KEYS[1], ARGV[1] / 2)
        """, "Garnet runs Lua 5.4, which sends `ARGV[1] / 2` with a fraction, as in '5.0', and EXPIRE takes a whole number: write `math.floor(ARGV[1] / 2)`");
}
