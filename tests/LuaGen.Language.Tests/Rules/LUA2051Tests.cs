using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2051Tests
{
    [Fact]
    public void Flags_a_name_with_a_dash() => RuleAssert.Flags(Rule.BadRegistration, """
        #!lua name=stock
        redis.register_function([|'count-all'|], function(keys) return 1 end)
        """);

    [Fact]
    public void Flags_two_functions_of_one_name() => RuleAssert.Flags(Rule.BadRegistration, """
        #!lua name=stock
        redis.register_function('count', function(keys, args) return redis.call('GET', keys[1]) end)
        redis.register_function{function_name = [|'count'|], callback = function() return 1 end}
        """);

    [Fact]
    public void Flags_an_unknown_flag() => RuleAssert.Flags(Rule.BadRegistration, """
        #!lua name=stock
        redis.register_function{function_name = 'count', callback = function() return 1 end, flags = {[|'readonly'|]}}
        """);

    [Fact]
    public void Flags_an_unknown_argument() => RuleAssert.Flags(Rule.BadRegistration, """
        #!lua name=stock
        redis.register_function{function_name = 'count', callback = function() return 1 end, [|flag = {'no-writes'}|]}
        """);

    [Fact]
    public void Flags_a_callback_that_is_not_a_function() => RuleAssert.Flags(Rule.BadRegistration, """
        #!lua name=stock
        redis.register_function('count', [|'count'|])
        """);

    [Fact]
    public void Flags_three_arguments() => RuleAssert.Flags(Rule.BadRegistration, """
        #!lua name=stock
        [|redis.register_function('count', function() return 1 end, {'no-writes'})|]
        """);

    [Fact]
    public void Flags_no_callback() => RuleAssert.Flags(Rule.BadRegistration, """
        #!lua name=stock
        [|redis.register_function{function_name = 'count'}|]
        """);

    [Theory]
    [InlineData("redis.register_function{function_name = 'f', callback = function() return 1 end, description = [|{}|]}")]
    [InlineData("redis.register_function{function_name = 'f', callback = function() return 1 end, flags = [|false|]}")]
    [InlineData("redis.register_function([|{function_name = 'f'}|], function() return 1 end)")]
    [InlineData("[|redis.register_function()|]")]
    [InlineData("[|redis:register_function('f', function() return 1 end)|]")]
    public void Flags_values_that_the_server_does_not_take(string registration) => RuleAssert.Flags(Rule.BadRegistration, "#!lua name=stock\n" + registration);

    [Theory]
    [InlineData("redis.register_function{FUNCTION_NAME = 'f', Callback = function() return 1 end, description = nil, flags = nil}")]
    [InlineData("redis.register_function{function_name = 'f', callback = function() return 1 end, flags = {'NO-WRITES', 'no-writes'}}")]
    [InlineData("redis.register_function{function_name = 5, callback = function() return 1 end, description = 5, flags = {nil, 'x'}}")]
    [InlineData("redis['register_function']('f', (function() return 1 end))")]
    public void Is_quiet_about_what_the_server_takes(string registration) => RuleAssert.Quiet(Rule.BadRegistration, "#!lua name=stock\n" + registration);

    [Fact]
    public void Is_quiet_about_both_forms() => RuleAssert.Quiet(Rule.BadRegistration, """
        #!lua name=stock
        redis.register_function('count', function(keys, args) return redis.call('GET', keys[1]) end)
        redis.register_function{function_name = 'total', callback = function(keys) return redis.call('GET', keys[1]) end, flags = {'no-writes', 'allow-stale'}, description = 'x'}
        """);

    [Fact]
    public void Is_quiet_about_a_number_as_the_name_and_flags_under_a_name() => RuleAssert.Quiet(Rule.BadRegistration, """
        #!lua name=stock
        local register = redis.register_function
        register(1, function() return 1 end)
        register{function_name = 'f', callback = function() return 1 end, flags = {a = 'x'}}
        """);
}
