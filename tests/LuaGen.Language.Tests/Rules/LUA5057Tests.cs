using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5057Tests
{
    [Theory]
    [InlineData("""
        local key = [|...|]
        return redis.call('GET', key)
        """)]
    [InlineData("""
        local all = { [|...|] }
        return all[1]
        """)]
    [InlineData("return redis.call('SET', [|...|])")]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.ScriptVararg, script);

    [Theory]
    [InlineData("""
        local function f(...) return ... end
        return f(1)
        """)]
    [InlineData("""
        local keys = KEYS or { ... }
        return keys[1]
        """)]
    [InlineData("return ARGV[1] .. '...'")]
    public void Is_quiet_where_the_script_is_right(string script) => RuleAssert.Quiet(Rule.ScriptVararg, script);
}
