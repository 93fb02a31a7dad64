using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2056Tests
{
    [Fact]
    public void Flags_a_registration_in_a_loop() => RuleAssert.Flags(Rule.UnreadRegistration, """
        #!lua name=stock
        for i = 1, 2 do
            [|redis.register_function|]('count' .. i, function(keys) return 1 end)
        end
        """);

    [Fact]
    public void Flags_a_registration_in_a_function_that_is_called_in_a_loop() => RuleAssert.Flags(Rule.UnreadRegistration, """
        #!lua name=stock
        local function register(name) [|redis.register_function|](name, function(keys) return 1 end) end
        for i = 1, 2 do register('count' .. i) end
        """);

    [Fact]
    public void Flags_flags_that_are_not_constant() => RuleAssert.Flags(Rule.UnreadRegistration, """
        #!lua name=stock
        local function flags() return {} end
        redis.register_function{ function_name = 'count', callback = function(keys) return 1 end, flags = [|flags()|] }
        """);

    [Fact]
    public void Is_quiet_about_branches_and_blocks() => RuleAssert.Quiet(Rule.UnreadRegistration, """
        #!lua name=stock
        do
            local function count(keys) return redis.call('GET', keys[1]) end
            redis.register_function('count', count)
        end
        if redis.REDIS_VERSION_NUM >= 0x00070400 then
            redis.register_function('new', function(keys) return 1 end)
        else
            redis.register_function('new', function(keys) return 2 end)
        end
        """);
}
