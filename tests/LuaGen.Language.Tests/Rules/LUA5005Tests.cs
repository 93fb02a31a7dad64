using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5005Tests
{
    [Theory]
    [InlineData("""
        local id = [|9007199254740993|]
        return { id, KEYS[1] }
        """)]
    [InlineData("return redis.call('SET', KEYS[1], [|12345678901234567|])")]
    [InlineData("return { [|0x20000000000001|], KEYS[1] }")]
    [InlineData("return redis.call('SET', KEYS[1], [|100000000000000000|])")]
    [InlineData("return redis.call('SET', KEYS[1], [|9223372036854775807|])")]
    [InlineData("""
        local id = 100000000000000000
        return redis.call('SET', KEYS[1], [|id|])
        """)]
    [InlineData("return { -[|9007199254740993|], KEYS[1] }")]
    [InlineData("return { [|6364136223846793005|], KEYS[1] }")]
    [InlineData("return redis.call('SET', KEYS[1], [|92233720368547758|])")]
    [InlineData("return redis.call('ZREM', KEYS[1], [|92233720368547758|], 'm')")]
    [InlineData("return redis.call('ZADD', KEYS[1], 1, [|9223372036854775807|])")]
    public void Flags_digits_that_are_lost(string script) => RuleAssert.Flags(Rule.LossyNumber, script);

    [Theory]
    [InlineData("return { 9007199254740992, KEYS[1] }")]
    [InlineData("return { 9007199254740994, KEYS[1] }")]
    [InlineData("return { 1e20, KEYS[1] }")]
    [InlineData("return redis.call('SET', KEYS[1], 1e17)")]
    [InlineData("return { 9007199254740993.0, KEYS[1] }")]
    [InlineData("return redis.call('SET', KEYS[1], '9007199254740993')")]
    [InlineData("""
        local least = 9223372036854775807
        for _, n in ipairs(ARGV) do least = math.min(least, tonumber(n)) end
        return least
        """)]
    [InlineData("return { bit.band(0xffffffff, 1), 0xffffffffffffffff, KEYS[1] }")]
    [InlineData("return { 3.14159265358979323846, KEYS[1] }")]
    [InlineData("""
        -- @since 8.0
        return redis.call('SET', KEYS[1], 100000000000000000)
        """)]
    [InlineData("""
        local expires = 92233720368547758
        local score = redis.call('ZSCORE', KEYS[1], ARGV[1])
        if score then expires = tonumber(score) end
        return expires > tonumber(ARGV[2]) and 1 or 0
        """)]
    [InlineData("local best = 99999999999999999\nfor _, n in ipairs(ARGV) do best = math.min(best, tonumber(n)) end\nreturn best == 99999999999999999 and #KEYS or 0")]
    [InlineData("return redis.call('ZADD', KEYS[1], 9223372036854775807, 'm')")]
    [InlineData("return redis.call('ZRANGEBYSCORE', KEYS[1], 0, 92233720368547758)")]
    public void Leaves_digits_that_are_kept_alone(string script) => RuleAssert.Quiet(Rule.LossyNumber, script);

    [Fact]
    public void Says_what_is_kept() => RuleAssert.Message(
        Rule.LossyNumber,
        "return { 9007199254740993, KEYS[1] }",
        "`9007199254740993` is stored as 9007199254740992: write the string `'9007199254740993'`");

    [Fact]
    public void Says_what_is_sent() => RuleAssert.Message(
        Rule.LossyNumber,
        "return redis.call('SET', KEYS[1], 100000000000000000)",
        "`100000000000000000` is sent as 1e+17: write the string `'100000000000000000'`");
}
