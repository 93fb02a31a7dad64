using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA2005Tests
{
    [Theory]
    [InlineData("-- KEYS[[|0|]] a\nreturn 1")]
    [InlineData("-- KEYS[1] a\n-- KEYS[[|1|]] b\nreturn KEYS[1]")]
    [InlineData("-- KEYS[1] a\n-- KEYS[[|3|]] c\nreturn KEYS[1]")]
    [InlineData("-- ARGV[[|99999999999999|]] a: int\nreturn 1")]
    [InlineData("-- KEYS[1...] a\n-- KEYS[[|2|]] b\nreturn KEYS[1]")]
    [InlineData("-- KEYS[1...] a\n-- KEYS[2...] [|b|]\nreturn KEYS[1]")]
    public void Flags_a_duplicate_a_gap_zero_and_what_follows_a_rest(string script) => RuleAssert.Flags(Rule.BadIndex, script);

    [Fact]
    public void Leaves_any_order_of_lines_alone() =>
        RuleAssert.Quiet(Rule.BadIndex, "-- KEYS[2] b\n-- ARGV[1] c: int\n-- KEYS[1] a\nreturn {KEYS[1], KEYS[2], ARGV[1]}");
}
