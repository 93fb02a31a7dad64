using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2017Tests
{
    [Theory]
    [InlineData("""
        -- KEYS[1] a
        -- [|RETURNS number of members|]
        return redis.call('SCARD', KEYS[1])
        """)]
    [InlineData("""
        -- KEYS[1] a
        -- [|RETURNS status when done|]
        return redis.call('SET', KEYS[1], 'x')
        """)]
    [InlineData("""
        -- KEYS[1] a
        -- [|@return table|]
        return {KEYS[1]}
        """)]
    [InlineData("""
        -- [|KEYS[i]|]: a
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        -- KEYS[1]: a
        -- [|KEYS[1]: b|]
        return redis.call('GET', KEYS[1])
        """)]
    public void Flags(string script) => RuleAssert.Flags(Rule.UnreadLine, script);

    [Theory]
    [InlineData("""
        -- KEYS[1] a
        -- RETURNS the number of members
        return redis.call('SCARD', KEYS[1])
        """)]
    [InlineData("""
        -- KEYS[1] a
        -- RETURNS string   when done
        -- RETURNS number of members
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        -- KEYS[1] a
        -- KEYS[1] and KEYS[2] must match
        -- KEYS[n] is never read
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        -- KEYS[1] a
        -- Returns number of members
        return redis.call('SCARD', KEYS[1])
        """)]
    public void Is_quiet(string script) => RuleAssert.Quiet(Rule.UnreadLine, script);

    [Fact]
    public void Says_what_to_write() => RuleAssert.Message(
        Rule.UnreadLine,
        """
        -- KEYS[1] counter
        -- RETURNS value of the counter
        return redis.call('INCR', KEYS[1])
        """,
        "`RETURNS value of the counter` is not read as a declaration, because `value` can be the type of the reply or a word of the description: write `-- RETURNS value   of the counter` for the type, or `-- Returns value of the counter` for a description");
}
