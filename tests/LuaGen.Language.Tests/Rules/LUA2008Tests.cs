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
        --[[ [|@include "../../../outside"|] ]]
        return acquire(key)
        """)]
    public void Flags_files_that_do_not_exist(string script) => RuleAssert.Flags(Rule.UnresolvedInclude, script);

    [Fact]
    public void Says_nothing_of_names_that_may_come_with_it() =>
        RuleAssert.Unsaid(Rule.UnknownName, """
            -- KEYS[1] lock
            --- @include "includes/lock"
            return acquire(KEYS[1])
            """);

    [Fact]
    public void Does_not_take_prose_for_it() => RuleAssert.Quiet(Rule.UnresolvedInclude, """
        -- KEYS[1] lock  See @include "x" and
        -- @includes or @include files.
        -- @include "x" is how other loaders read a file.
        return KEYS[1]
        """);

    [Fact]
    public void Flags_a_directive_that_is_not_between_statements() => RuleAssert.Flags(Rule.UnresolvedInclude, """
        -- KEYS[1] key
        -- RETURNS long
        local function read()
            -- [|@include "a"|]
            return redis.call('STRLEN', KEYS[1])
        end
        return read()
        -- [|@include "b"|]
        """);

    [Fact]
    public void Flags_a_script_with_the_names_of_LuaScript() => RuleAssert.Flags(Rule.UnresolvedInclude, """
        -- [|@include "a"|]
        return redis.call('GET', @key)
        """);

    [Fact]
    public void Names_the_files_that_were_looked_for() => RuleAssert.Message(
        Rule.UnresolvedInclude,
        """
        -- @include "shared/lock"
        return 1
        """,
        "'shared/lock' cannot be included, because the project does not contain 'Scripts/Test/shared/lock.lua': correct the path, which is relative to this file");
}
