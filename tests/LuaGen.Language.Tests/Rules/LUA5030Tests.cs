using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5030Tests
{
    [Theory]
    [InlineData("""
        -- [|RAISES SHORT|]
        return 1
        """)]
    [InlineData("""
        -- [|RAISES SHORT|]
        error('SHORT of stock')
        """)]
    [InlineData("""
        -- [|RAISES SHORT|]
        return redis.error_reply('SHORT')
        """)]
    [InlineData("""
        -- [|RAISES SHORT|]
        return redis.error_reply('SHORTT of stock')
        """)]
    [InlineData("""
        -- [|RAISES WRONGTYPE|]
        return #KEYS
        """)]
    public void Flags_what_nothing_raises(string script) => RuleAssert.Flags(Rule.ErrorNeverRaised, script);

    [Theory]
    [InlineData("""
        -- RAISES SHORT
        return redis.error_reply('SHORT of stock')
        """)]
    [InlineData("""
        -- RAISES SHORT
        return redis.error_reply('SHORT of ' .. KEYS[1])
        """)]
    [InlineData("""
        -- RAISES SHORT
        return { err = 'SHORT of stock' }
        """)]
    [InlineData("""
        -- RAISES SHORT
        error({ err = 'SHORT of stock' })
        """)]
    [InlineData("""
        -- RAISES SHORT
        error(redis.error_reply('SHORT of stock'))
        """)]
    [InlineData("""
        -- RAISES SHORT
        local function fail(code) return redis.error_reply(code .. ' of stock') end
        if ARGV[1] then return fail('SHORT') end
        return fail('LONG')
        """)]
    [InlineData("""
        -- RAISES SHORT
        return redis.error_reply(ARGV[1])
        """)]
    [InlineData("""
        -- RAISES WRONGTYPE
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        -- RAISES SHORT
        local ok, failure = pcall(someone)
        error(failure)
        """)]
    public void Leaves_what_may_be_raised_alone(string script) => RuleAssert.Quiet(Rule.ErrorNeverRaised, script);

    [Fact]
    public void Says_what_to_write() => RuleAssert.Message(
        Rule.ErrorNeverRaised,
        """
        -- RAISES SHORT
        return 1
        """,
        "The script never raises 'SHORT': remove the `RAISES` line, or write `return redis.error_reply('SHORT …')`");

    /// <summary>The script shows the code as its author wrote it, so the message must say what Redis turns it into.</summary>
    [Fact]
    public void Says_why_a_lone_word_is_no_code() => RuleAssert.Message(
        Rule.ErrorNeverRaised,
        """
        -- RAISES SHORT
        return redis.error_reply('SHORT')
        """,
        "The script never raises 'SHORT': remove the `RAISES` line, or write `return redis.error_reply('SHORT …')`, because Redis puts ERR before a one-word text");
}
