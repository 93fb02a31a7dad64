using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA3007Tests
{
    [Theory]
    [InlineData("""
        -- KEYS[1] k
        -- ARGV[1] n: long
        return redis.call('INCRBY', KEYS[1], [|tonumber(ARGV[1])|])
        """)]
    [InlineData("""
        -- KEYS[1] k
        -- ARGV[1] n: ulong
        local n = tonumber(ARGV[1])
        redis.call('SET', KEYS[1], [|n|])
        return redis.call('SET', KEYS[1], n)
        """)]
    [InlineData("""
        -- ARGV[1] id: long
        return 'order ' .. [|tonumber(ARGV[1])|]
        """)]
    [InlineData("""
        -- ARGV[1] id: long
        return [|tonumber(ARGV[1])|]
        """)]
    [InlineData("""
        -- ARGV[1] id: long
        local id = ARGV[1]
        return { 1, [|tonumber(id)|] }
        """)]
    [InlineData("""
        -- KEYS[1] k
        -- ARGV[1] id: long
        -- RETURNS ok
        return redis.call('SET', KEYS[1], cmsgpack.pack({ id = [|tonumber(ARGV[1])|] }))
        """)]
    [InlineData("""
        -- KEYS[1] k
        -- ARGV[1] id: long
        -- RETURNS ok
        return redis.call('SET', KEYS[1], string.format('%d:%s', 1, [|tonumber(ARGV[1])|]))
        """)]
    [InlineData("""
        -- KEYS[1] k
        -- ARGV[1] id: long
        -- RETURNS ok
        local after = ARGV[1] + 1
        return redis.call('SET', KEYS[1], 'n' .. [|after|])
        """)]
    public void Flags_a_number_that_the_argument_itself_would_do_for(string script) => RuleAssert.Flags(Rule.DigitsLost, script);

    [Theory]
    [InlineData("""
        -- KEYS[1] k
        -- ARGV[1] n: long
        return redis.call('INCRBY', KEYS[1], ARGV[1])
        """)]
    [InlineData("""
        -- KEYS[1] k
        -- ARGV[1] n: int
        return redis.call('INCRBY', KEYS[1], tonumber(ARGV[1]))
        """)]
    [InlineData("""
        -- KEYS[1] k
        -- ARGV[1] n: double
        return redis.call('SET', KEYS[1], tonumber(ARGV[1]))
        """)]
    [InlineData("""
        -- KEYS[1] k
        -- ARGV[1] n: long
        if tonumber(ARGV[1]) < 1 then return 0 end
        return redis.call('INCRBY', KEYS[1], ARGV[1])
        """)]
    [InlineData("""
        -- KEYS[1] k
        -- ARGV[1] n: long
        return redis.call('INCRBY', KEYS[1], -tonumber(ARGV[1]))
        """)]
    [InlineData("""
        -- ARGV[1] n: long
        return tonumber(ARGV[1], 10)
        """)]
    [InlineData("""
        -- ARGV[1...] n: long
        return tonumber(ARGV[1])
        """)]
    [InlineData("return tonumber(ARGV[1])")]
    public void Leaves_numbers_alone_that_have_to_be_numbers_or_lose_nothing(string script) => RuleAssert.Quiet(Rule.DigitsLost, script);

    [Fact]
    public void Says_what_keeps_them() => RuleAssert.Message(
        Rule.DigitsLost,
        """
        -- KEYS[1] k
        -- ARGV[1] n: long
        return redis.call('INCRBY', KEYS[1], tonumber(ARGV[1]))
        """,
        "`tonumber` rounds ARGV[1], declared as 'long', above 2^53: write `ARGV[1]`, which keeps every digit");
}
