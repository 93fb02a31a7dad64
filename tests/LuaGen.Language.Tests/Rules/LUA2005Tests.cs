using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2005Tests
{
    [Theory]
    [InlineData("""
        -- KEYS[[|0|]] a
        return 1
        """)]
    [InlineData("""
        -- KEYS[1] a
        -- KEYS[[|1|]] b
        return KEYS[1]
        """)]
    [InlineData("""
        -- KEYS[1] a
        -- KEYS[[|3|]] c
        return KEYS[1]
        """)]
    [InlineData("""
        -- ARGV[[|99999999999999|]] a: int
        return 1
        """)]
    [InlineData("""
        -- KEYS[1...] a
        -- KEYS[[|2|]] b
        return KEYS[1]
        """)]
    [InlineData("""
        -- KEYS[1...] a
        -- KEYS[2...] [|b|]
        return KEYS[1]
        """)]
    public void Flags_a_duplicate_a_gap_zero_and_what_follows_a_rest(string script) => RuleAssert.Flags(Rule.BadIndex, script);

    [Fact]
    public void Leaves_any_order_of_lines_alone() =>
        RuleAssert.Quiet(Rule.BadIndex, """
            -- KEYS[2] b
            -- ARGV[1] c: int
            -- KEYS[1] a
            return {KEYS[1], KEYS[2], ARGV[1]}
            """);
}
