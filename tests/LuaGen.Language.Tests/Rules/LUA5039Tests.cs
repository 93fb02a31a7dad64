using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5039Tests
{
    [Theory]
    [InlineData("""
        if [|redis.call('GET', KEYS[1]) == 'nil'|] then return 1 end
        return 0
        """)]
    [InlineData("""
        local v = redis.call('HGET', KEYS[1], 'f')
        if [|v ~= '(nil)'|] then return 1 end
        return 0
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.TextForNil, script);

    [Theory]
    [InlineData("""
        redis.call('SET', KEYS[2], 'nil')
        if redis.call('GET', KEYS[1]) == 'nil' then return 1 end
        return 0
        """)]
    [InlineData("""
        if ARGV[1] == 'nil' then return 1 end
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        if redis.call('GET', KEYS[1]) == 'null' then return 1 end
        return 0
        """)]
    public void Leaves_right_scripts_alone(string script) => RuleAssert.Quiet(Rule.TextForNil, script);
}
