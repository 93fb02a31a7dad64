using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA2008Tests
{
    [Theory]
    [InlineData("-- [|@include \"shared/lock.lua\"|]\n-- RETURNS long\nreturn 1")]
    [InlineData("-- KEYS[1] lock\n--- [|@include \"includes/lock\"|]\n--- [|@include 'includes/log'|]\nreturn acquire(KEYS[1])")]
    [InlineData("local key = KEYS[1]\n--[[\n * [|@include \"includes/lock\"|]\n]]\nreturn acquire(key)")]
    public void Flags_what_the_language_has_and_the_generator_not_yet(string script) => RuleAssert.Flags(Rule.NotBuiltYet, script);

    [Fact]
    public void Says_nothing_of_names_that_may_come_with_it() =>
        RuleAssert.Unsaid(Rule.UnknownName, "-- KEYS[1] lock\n--- @include \"includes/lock\"\nreturn acquire(KEYS[1])");

    [Fact]
    public void Does_not_take_prose_for_it() => RuleAssert.Quiet(Rule.NotBuiltYet, "-- KEYS[1] lock  See @include \"x\" and\n-- @includes or @include files.\nreturn KEYS[1]");

    [Fact]
    public void Leaves_what_is_built_alone() => RuleAssert.Quiet(Rule.NotBuiltYet, "-- @readonly\n-- KEYS[1...] keys\n-- ARGV[1] a: 'x' | 'y' = 'x'\n-- ARGV[2] b: int?\n-- RETURNS map<string, long?[]>\nreturn {KEYS[1], ARGV[1], ARGV[2]}");
}
