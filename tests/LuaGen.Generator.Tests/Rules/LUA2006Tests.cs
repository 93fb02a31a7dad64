using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA2006Tests
{
    [Theory]
    [InlineData("-- KEYS[1] stock\n-- ARGV[1] [|stock|]: int\nreturn {KEYS[1], ARGV[1]}")]
    [InlineData("-- KEYS[1] order_id\n-- KEYS[2] [|orderId|]\nreturn {KEYS[1], KEYS[2]}")]
    [InlineData("-- RETURNS left: long\n-- RETURNS [|Left|]: long\nreturn {1, 2}")]
    [InlineData("-- RETURNS a: long\n-- RETURNS [|toString|]: long\nreturn {1, 2}")]
    [InlineData("-- RETURNS a: long\n-- RETURNS [|scriptReply|]: long\nreturn {1, 2}")]
    [InlineData("-- KEYS[1] [|_|]\nreturn KEYS[1]")]
    [InlineData("-- KEYS[1...] items\n-- ARGV[1...] [|items|]: int\nreturn {KEYS[1], ARGV[1]}")]
    [InlineData("-- KEYS[1...] item.a\n-- KEYS[2...] [|item.A|]\nreturn {KEYS[1], KEYS[2]}")]
    [InlineData("-- ARGV[1] order: [|'asc' | 'Asc'|]\nreturn ARGV[1]")]
    [InlineData("-- ARGV[1] order: [|'+' | 'plus'|]\nreturn ARGV[1]")]
    public void Flags_two_of_a_name_and_names_that_are_taken(string script) => RuleAssert.Flags(Rule.NameCollision, script);

    [Fact]
    public void Leaves_a_parameter_and_an_element_of_one_name_alone() =>
        RuleAssert.Quiet(Rule.NameCollision, "-- KEYS[1] left\n-- RETURNS left: long\n-- RETURNS right: long\nreturn {1, KEYS[1]}");
}
