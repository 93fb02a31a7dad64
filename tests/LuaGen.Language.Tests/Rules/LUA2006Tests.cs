using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2006Tests
{
    [Theory]
    [InlineData("""
        -- KEYS[1] stock
        -- ARGV[1] [|stock|]: int
        return {KEYS[1], ARGV[1]}
        """)]
    [InlineData("""
        -- KEYS[1] order_id
        -- KEYS[2] [|orderId|]
        return {KEYS[1], KEYS[2]}
        """)]
    [InlineData("""
        -- RETURNS left: long
        -- RETURNS [|Left|]: long
        return {1, 2}
        """)]
    [InlineData("""
        -- RETURNS a: long
        -- RETURNS [|toString|]: long
        return {1, 2}
        """)]
    [InlineData("""
        -- RETURNS a: long
        -- RETURNS [|scriptReply|]: long
        return {1, 2}
        """)]
    [InlineData("""
        -- KEYS[1] [|_|]
        return KEYS[1]
        """)]
    [InlineData("""
        -- KEYS[1...] items
        -- ARGV[1...] [|items|]: int
        return {KEYS[1], ARGV[1]}
        """)]
    [InlineData("""
        -- KEYS[1...] item.a
        -- KEYS[2...] [|item.A|]
        return {KEYS[1], KEYS[2]}
        """)]
    [InlineData("""
        -- ARGV[1] order: [|'asc' | 'Asc'|]
        return ARGV[1]
        """)]
    [InlineData("""
        -- ARGV[1] order: [|'+' | 'plus'|]
        return ARGV[1]
        """)]
    public void Flags_two_of_a_name_and_names_that_are_taken(string script) => RuleAssert.Flags(Rule.NameCollision, script);

    [Fact]
    public void Leaves_a_parameter_and_an_element_of_one_name_alone() =>
        RuleAssert.Quiet(Rule.NameCollision, """
            -- KEYS[1] left
            -- RETURNS left: long
            -- RETURNS right: long
            return {1, KEYS[1]}
            """);
}
