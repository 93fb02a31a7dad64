using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2052Tests
{
    [Fact]
    public void Flags_a_registration_in_a_loop() => RuleAssert.Flags(Rule.UnfollowedRegistration, """
        #!lua name=stock
        for i = 1, 2 do
            [|redis.register_function|]('count' .. i, function(keys) return 1 end)
        end
        """);

    [Fact]
    public void Flags_a_computed_name() => RuleAssert.Flags(Rule.UnfollowedRegistration, """
        #!lua name=stock
        local prefix = 'stock_'
        redis.register_function([|prefix .. 'count'|], function(keys) return 1 end)
        """);

    [Fact]
    public void Flags_a_callback_that_is_assigned_twice() => RuleAssert.Flags(Rule.UnfollowedRegistration, """
        #!lua name=stock
        local function count(keys) return 1 end
        count = function(keys) return 2 end
        redis.register_function('count', [|count|])
        """);

    [Fact]
    public void Is_quiet_about_a_name_and_a_callback_in_locals() => RuleAssert.Quiet(Rule.UnfollowedRegistration, """
        #!lua name=stock
        local name = 'count'
        local function count(keys) return redis.call('GET', keys[1]) end
        local also = function(keys) return 1 end
        redis.register_function(name, count)
        redis.register_function('also', also)
        """);
}
