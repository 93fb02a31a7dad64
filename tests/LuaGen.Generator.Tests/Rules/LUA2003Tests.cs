using LuaGen.Generator.Findings;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA2003Tests
{
    [Theory]
    [InlineData("-- ARGV[1] a: ⟦itn⟧\nreturn ARGV[1]")]
    [InlineData("-- ARGV[1] a: ⟦long[]⟧\nreturn ARGV[1]")]
    [InlineData("-- RETURNS ⟦lnog⟧\nreturn 1")]
    [InlineData("-- RETURNS (a: long, b: ⟦nmuber⟧)\nreturn {1, 2}")]
    public void Flags_what_is_no_type(string script) => RuleAssert.Flags(RuleId.UnknownType, script);

    [Fact]
    public void Leaves_every_type_of_the_language_alone() =>
        RuleAssert.Quiet(RuleId.UnknownType, "-- ARGV[1] a: int\n-- ARGV[2] b: seconds\n-- RETURNS flat(a: string, b: double)?\nreturn {ARGV[1], ARGV[2]}");

    [Fact]
    public Task Names_the_nearest() => RuleAssert.MessageAsync(
        RuleId.UnknownType, "-- ARGV[1] a: itn\nreturn ARGV[1]", "The type cannot be used: \"itn\" is no type; did you mean \"int\"?");
}
