using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA3003Tests
{
    [Theory]
    [InlineData("-- KEYS[1] a\nreturn {[|KEYS[0]|], KEYS[1]}")]
    [InlineData("-- KEYS[1] a\nlocal first = 0\nreturn {[|KEYS[first]|], KEYS[1]}")]
    [InlineData("-- KEYS[1] a\nreturn {[|KEYS[-1]|], KEYS[1]}")]
    [InlineData("-- KEYS[1] a\nreturn {[|KEYS[1.5]|], KEYS[1]}")]
    [InlineData("-- KEYS[1] a\nreturn {[|KEYS['1']|], KEYS[1]}")]
    [InlineData("-- KEYS[1] a\nreturn {[|KEYS[nil]|], KEYS[1]}")]
    [InlineData("-- KEYS[1] a\nreturn {[|ARGV.amount|], KEYS[1]}")]
    [InlineData("return {[|KEYS[0]|], KEYS[1]}")]
    [InlineData("-- KEYS[1] a\nlocal arguments = ARGV\nreturn {[|arguments.n|], KEYS[1]}")]
    public void Flags_what_no_element_has(string script) => RuleAssert.Flags(Rule.StrayIndex, script);

    [Theory]
    [InlineData("-- KEYS[1] a\nlocal t = { [0] = KEYS[1] }\nreturn t[0]")]
    [InlineData("-- KEYS[1] a\nKEYS.first = KEYS[1]\nreturn KEYS.first")]
    [InlineData("-- KEYS[1] a\nARGV[0] = KEYS[1]\nreturn ARGV[0]")]
    [InlineData("-- KEYS[1] a\nsetmetatable(ARGV, { __index = KEYS })\nreturn ARGV[-1] or KEYS[1]")]
    [InlineData("-- KEYS[1] a\nlocal n = 1\nfor i = 1, 2 do n = -i end\nreturn KEYS[-n]")]
    public void Leaves_other_tables_and_what_the_script_stores_alone(string script) => RuleAssert.Quiet(Rule.StrayIndex, script);

    [Fact]
    public Task Says_what_to_write() => RuleAssert.MessageAsync(
        Rule.StrayIndex,
        "-- KEYS[1] a\nreturn {ARGV['amount'], KEYS[1]}",
        "`ARGV['amount']` is always nil, because the indexes of ARGV are whole numbers from 1: write `ARGV[1]` for the first element");
}
