using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2050Tests
{
    [Fact]
    public void Flags_a_name_with_a_dash() => RuleAssert.Flags(Rule.BadLibrary, """
        [|#!lua name=stock-functions|]
        redis.register_function('count', function(keys, args) return redis.call('GET', keys[1]) end)
        """);

    [Fact]
    public void Flags_no_function() => RuleAssert.Flags(Rule.BadLibrary, """
        [|#!lua name=stock|]
        local limit = 1
        """);

    [Fact]
    public void Is_quiet_about_a_valid_name() => RuleAssert.Quiet(Rule.BadLibrary, """
        #!lua name=Stock_2
        redis.register_function('count', function(keys, args) return redis.call('GET', keys[1]) end)
        """);

    [Fact]
    public void Leaves_a_function_that_a_loop_registers_is_not_missing_to_another_rule() => RuleAssert.Unsaid(Rule.BadLibrary, """
        #!lua name=stock
        for i = 1, 2 do
            redis.register_function('count' .. i, function(keys) return 1 end)
        end
        """);
}
