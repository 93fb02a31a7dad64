using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5048Tests
{
    [Theory]
    [InlineData("return redis.call('LINDEX', KEYS[1], [|math.random(0, 9)|])")]
    [InlineData("""
        local n = [|math.random(10)|]
        return redis.call('INCRBY', KEYS[1], n + math.random(5))
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.UnseededRandom, script);

    [Theory]
    [InlineData("""
        math.randomseed(tonumber(ARGV[1]))
        return redis.call('LINDEX', KEYS[1], math.random(0, 9))
        """)]
    [InlineData("return redis.call('SRANDMEMBER', KEYS[1])")]
    public void Leaves_right_scripts_alone(string script) => RuleAssert.Quiet(Rule.UnseededRandom, script);
}
