using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5038Tests
{
    [Theory]
    [InlineData("return redis.error_reply([|'NOTFOUND'|])")]
    [InlineData("return redis.error_reply([|'no such order'|])")]
    [InlineData("error([|'EMPTY nothing left'|])")]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.ErrorWithoutCode, script);

    [Theory]
    [InlineData("return redis.error_reply('NOTFOUND no such order')")]
    [InlineData("return { err = 'NOTFOUND no such order' }")]
    [InlineData("error({ err = 'EMPTY nothing left' })")]
    [InlineData("return redis.error_reply(ARGV[1])")]
    [InlineData("error('something went wrong')")]
    public void Leaves_right_scripts_alone(string script) => RuleAssert.Quiet(Rule.ErrorWithoutCode, script);
}
