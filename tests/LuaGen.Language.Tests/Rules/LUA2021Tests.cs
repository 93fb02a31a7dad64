using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2021Tests
{
    [Theory]
    [InlineData("""
        -- KEYS[1] stock
        -- [|RETURNS long|]
        return redis.call('DECRBY', KEYS[1], ARGV[1])
        """)]
    [InlineData("""
        -- [|ARGV[1] quantity: long|]
        return redis.call('DECRBY', KEYS[1], ARGV[1])
        """)]
    [InlineData("""
        -- [|KEYS[1]: stock|]
        return redis.call('DECRBY', KEYS[1], ARGV[1])
        """)]
    public void Flags(string script) => RuleAssert.Flags(Rule.MissingParameters, script);

    [Theory]
    [InlineData("""
        -- KEYS[1] code
        -- RETURNS long
        return loadstring(KEYS[1])()
        """)]
    [InlineData("""
        -- RETURNS long
        return redis.call('DECRBY', KEYS[1], ARGV[1])
        """)]
    [InlineData("""
        -- KEYS[1] stock
        -- RETURNS long
        if #ARGV > 0 then return 0 end
        return redis.call('DECR', KEYS[1])
        """)]
    [InlineData("""
        return redis.call('DECRBY', KEYS[1], ARGV[1])
        """)]
    [InlineData("""
        -- KEYS[1] stock
        -- ARGV[1] by: long
        return redis.call('DECRBY', KEYS[1], ARGV[1])
        """)]
    public void Is_quiet(string script) => RuleAssert.Quiet(Rule.MissingParameters, script);

    [Fact]
    public void Says_what_to_write() => RuleAssert.Message(
        Rule.MissingParameters,
        """
        -- KEYS[1] stock
        -- RETURNS long
        return redis.call('DECRBY', KEYS[1], ARGV[1])
        """,
        "The header does not declare ARGV, so LuaGen reads them from the code: write `-- ARGV[1] decrement: long`");
}
