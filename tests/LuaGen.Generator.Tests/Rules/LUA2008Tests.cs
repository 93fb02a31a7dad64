using LuaGen.Generator.Findings;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA2008Tests
{
    [Theory]
    [InlineData("-- ⟦KEYS[1...] items⟧\nreturn unpack(KEYS)")]
    [InlineData("-- ARGV[1] a: ⟦int?⟧\nreturn ARGV[1]")]
    [InlineData("-- ARGV[1] order: ⟦'asc' | 'desc'⟧\nreturn ARGV[1]")]
    [InlineData("-- RETURNS ⟦map<string, long>⟧\nreturn {}")]
    [InlineData("-- RETURNS ⟦Acquired = 1 | Busy = 0⟧\nreturn 1")]
    [InlineData("-- ⟦@readonly⟧\n-- RETURNS long\nreturn 1")]
    public void Flags_what_the_language_has_and_the_generator_not_yet(string script) => RuleAssert.Flags(RuleId.NotBuiltYet, script);

    [Fact]
    public void Leaves_what_is_built_alone() => RuleAssert.Quiet(RuleId.NotBuiltYet, "-- ARGV[1] a: int\n-- RETURNS long?[]\nreturn ARGV[1]");
}
