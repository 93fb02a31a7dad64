using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2057Tests
{
    [Fact]
    public void Flags_the_option_of_a_function_without_the_flag() => RuleAssert.Flags(Rule.ReadOnlyWithoutFlag, """
        #!lua name=stock
        -- [|@readonly|]
        -- KEYS[1] stock
        -- RETURNS string?
        redis.register_function('count', function(keys) return redis.call('GET', keys[1]) end)
        """);

    [Fact]
    public void Is_quiet_about_a_function_with_the_flag_and_about_scripts()
    {
        RuleAssert.Quiet(Rule.ReadOnlyWithoutFlag, """
            #!lua name=stock
            -- @readonly
            -- KEYS[1] stock
            -- RETURNS string?
            redis.register_function{ function_name = 'count', flags = {'no-writes'}, callback = function(keys) return redis.call('GET', keys[1]) end }
            """);
        RuleAssert.Quiet(Rule.ReadOnlyWithoutFlag, "-- @readonly\nreturn redis.call('GET', KEYS[1])");
    }
}
