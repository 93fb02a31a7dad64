using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA4009Tests
{
    [Theory]
    [InlineData("return redis.call([|ARGV[1]|], KEYS[1])")]
    [InlineData("return redis.call([|ARGV[1] == '1' and 'GET' or 'DEL'|], KEYS[1])")]
    [InlineData("""
        local function cmd(...) return [|redis.call(...)|] end
        return pcall(cmd, 'GET', KEYS[1])
        """)]
    public void Flags_names_that_come_at_run_time(string script) => RuleAssert.Flags(Rule.UncheckedCommand, script);

    [Theory]
    [InlineData("return redis.call('GET', KEYS[1])")]
    [InlineData("""
        local name = 'GET'
        return redis.call(name, KEYS[1])
        """)]
    [InlineData("""
        local function cmd(...) return redis.call(...) end
        return cmd('GET', KEYS[1])
        """)]
    [InlineData("return redis.call('MY.OWN', KEYS[1])")]
    public void Leaves_constants_alone(string script) => RuleAssert.Quiet(Rule.UncheckedCommand, script);

    [Fact]
    public void Says_what_is_not_done() => RuleAssert.Message(
        Rule.UncheckedCommand,
        "return redis.call(ARGV[1], KEYS[1])",
        "The command name is not a constant, so this call is not checked: if there are only a few commands, write one call for each");
}
