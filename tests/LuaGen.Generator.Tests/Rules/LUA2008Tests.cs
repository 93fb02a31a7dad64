using LuaGen.Generator.Findings;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA2008Tests
{
    [Theory]
    [InlineData("-- ⟦@include \"shared/lock.lua\"⟧\n-- RETURNS long\nreturn 1")]
    public void Flags_what_the_language_has_and_the_generator_not_yet(string script) => RuleAssert.Flags(RuleId.NotBuiltYet, script);

    [Fact]
    public void Leaves_what_is_built_alone() => RuleAssert.Quiet(RuleId.NotBuiltYet, "-- @readonly\n-- KEYS[1...] keys\n-- ARGV[1] a: 'x' | 'y' = 'x'\n-- ARGV[2] b: int?\n-- RETURNS map<string, long?[]>\nreturn {KEYS[1], ARGV[1], ARGV[2]}");
}
