using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5049Tests
{
    [Theory]
    [InlineData("return bit.lshift(1, [|40|])")]
    [InlineData("return bit.band(redis.call('INCR', KEYS[1]), [|0xFF00000000|])")]
    [InlineData("""
        local width = 32
        return bit.rshift(redis.call('INCR', KEYS[1]), [|width|])
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.BitsBeyond, script);

    [Theory]
    [InlineData("return bit.lshift(1, 31)")]
    [InlineData("return bit.band(redis.call('INCR', KEYS[1]), 0xFFFFFFFF)")]
    [InlineData("return bit.lshift(1, tonumber(ARGV[1]))")]
    [InlineData("return 2 ^ 40")]
    public void Leaves_right_scripts_alone(string script) => RuleAssert.Quiet(Rule.BitsBeyond, script);
}
