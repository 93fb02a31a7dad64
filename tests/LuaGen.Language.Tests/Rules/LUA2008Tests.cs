using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2008Tests
{
    [Theory]
    [InlineData("""
        -- [|@include "shared/lock.lua"|]
        -- RETURNS long
        return 1
        """)]
    [InlineData("""
        -- KEYS[1] lock
        --- [|@include "includes/lock"|]
        --- [|@include 'includes/log'|]
        return acquire(KEYS[1])
        """)]
    [InlineData("""
        local key = KEYS[1]
        --[[
         * [|@include "includes/lock"|]
        ]]
        return acquire(key)
        """)]
    public void Flags_what_the_language_has_and_the_generator_not_yet(string script) => RuleAssert.Flags(Rule.NotBuiltYet, script);

    [Fact]
    public void Says_nothing_of_names_that_may_come_with_it() =>
        RuleAssert.Unsaid(Rule.UnknownName, """
            -- KEYS[1] lock
            --- @include "includes/lock"
            return acquire(KEYS[1])
            """);

    [Fact]
    public void Does_not_take_prose_for_it() => RuleAssert.Quiet(Rule.NotBuiltYet, """
        -- KEYS[1] lock  See @include "x" and
        -- @includes or @include files.
        return KEYS[1]
        """);

    [Fact]
    public void Leaves_what_is_built_alone() => RuleAssert.Quiet(Rule.NotBuiltYet, """
        -- @readonly
        -- KEYS[1...] keys
        -- ARGV[1] a: 'x' | 'y' = 'x'
        -- ARGV[2] b: int?
        -- RETURNS map<string, long?[]>
        return {KEYS[1], ARGV[1], ARGV[2]}
        """);
}
