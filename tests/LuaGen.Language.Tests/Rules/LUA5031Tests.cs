using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5031Tests
{
    [Theory]
    [InlineData("""
        -- KEYS[1] stock
        return redis.error_reply([|'SHORT of stock'|])
        """)]
    [InlineData("""
        -- KEYS[1] stock
        return { err = [|'SHORT of ' .. KEYS[1]|] }
        """)]
    [InlineData("""
        -- RAISES LONG
        if ARGV[1] then return redis.error_reply('LONG x') end
        return redis.error_reply([|'SHORT x'|])
        """)]
    public void Flags_codes_of_its_own(string script) => RuleAssert.Flags(Rule.ErrorNotDeclared, script);

    [Theory]
    [InlineData("""
        -- RAISES SHORT
        return redis.error_reply('SHORT of stock')
        """)]
    [InlineData("""
        -- KEYS[1] stock
        return redis.error_reply('out of stock')
        """)]
    [InlineData("""
        -- KEYS[1] stock
        return redis.error_reply('ERR out of stock')
        """)]
    [InlineData("""
        -- KEYS[1] stock
        error('SHORT of stock')
        """)]
    [InlineData("""
        -- KEYS[1] stock
        return redis.error_reply(ARGV[1])
        """)]
    public void Leaves_declared_ones_alone(string script) => RuleAssert.Quiet(Rule.ErrorNotDeclared, script);

    [Fact]
    public void Says_what_to_write() => RuleAssert.Message(
        Rule.ErrorNotDeclared,
        """
        -- KEYS[1] stock
        return redis.error_reply('SHORT of stock')
        """,
        "'SHORT' is not declared: write `-- RAISES SHORT` in the header to give callers a constant for it");
}
