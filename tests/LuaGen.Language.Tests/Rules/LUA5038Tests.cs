using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5038Tests
{
    [Theory]
    [InlineData("return redis.error_reply([|'NOTFOUND'|])")]
    [InlineData("return redis.error_reply([|'no such order'|])")]
    [InlineData("error([|'EMPTY nothing left'|])")]
    [InlineData("""
        -- @since garnet
        if ARGV[1] == '' then return redis.error_reply([|'EMPTY nothing left'|]) end
        return redis.error_reply('EMPTY nothing at all')
        """)]
    [InlineData("""
        -- @since garnet
        error({ err = [|'EMPTY ' .. ARGV[1]|] })
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.ErrorWithoutCode, script);

    [Theory]
    [InlineData("return redis.error_reply('NOTFOUND no such order')")]
    [InlineData("return { err = 'NOTFOUND no such order' }")]
    [InlineData("error({ err = 'EMPTY nothing left' })")]
    [InlineData("return redis.error_reply(ARGV[1])")]
    [InlineData("error('something went wrong')")]
    [InlineData("""
        -- @since garnet
        return redis.error_reply('ERR nothing left')
        """)]
    public void Leaves_right_scripts_alone(string script) => RuleAssert.Quiet(Rule.ErrorWithoutCode, script);

    [Fact]
    public void Says_what_Garnet_does() => RuleAssert.Message(
        Rule.ErrorWithoutCode,
        """
        -- @since garnet
        return redis.error_reply('EMPTY nothing left')
        """,
        "Garnet puts ERR before the errors of scripts, so callers do not see the code 'EMPTY': write C# that looks for it in the message");
}
