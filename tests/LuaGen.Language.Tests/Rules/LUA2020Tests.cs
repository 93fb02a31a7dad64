using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2020Tests
{
    [Theory]
    [InlineData("""
        -- [|KEYS[1] stock|]
        return redis.call('DECR', KEYS[1])
        """)]
    [InlineData("""
        -- KEYS[1] stock
        -- [|RETURNS the units that are left|]
        return redis.call('DECR', KEYS[1])
        """)]
    [InlineData("""
        -- [|KEYS[1]: stock|]
        return redis.call('DECR', KEYS[1])
        """)]
    public void Flags(string script) => RuleAssert.Flags(Rule.MissingReply, script);

    [Theory]
    [InlineData("""
        -- KEYS[1] stock
        -- RETURNS result
        return redis.call('DECR', KEYS[1])
        """)]
    [InlineData("""
        return redis.call('DECR', KEYS[1])
        """)]
    [InlineData("""
        -- @readonly
        return redis.call('GET', 'a')
        """)]
    [InlineData("""
        -- KEYS[1] stock
        -- returns long
        return redis.call('DECR', KEYS[1])
        """)]
    public void Is_quiet(string script) => RuleAssert.Quiet(Rule.MissingReply, script);

    [Fact]
    public void Says_what_to_write() => RuleAssert.Message(
        Rule.MissingReply,
        """
        -- KEYS[1] stock
        -- RETURNS the units that are left
        return redis.call('DECR', KEYS[1])
        """,
        "The header declares no type of the reply, so the method returns RedisResult: write `-- RETURNS long   the units that are left`");
}
