using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2052Tests
{
    [Fact]
    public void Flags_a_name_that_the_server_computes() => RuleAssert.Flags(Rule.UnfollowedRegistration, """
        #!lua name=stock
        redis.register_function([|'count_' .. redis.REDIS_VERSION_NUM|], function(keys) return 1 end)
        """);

    [Fact]
    public void Flags_a_callback_that_is_assigned_twice() => RuleAssert.Flags(Rule.UnfollowedRegistration, """
        #!lua name=stock
        local function count(keys) return 1 end
        count = function(keys) return 2 end
        redis.register_function('count', [|count|])
        """);

    [Fact]
    public void Flags_a_callback_that_a_function_returns() => RuleAssert.Flags(Rule.UnfollowedRegistration, """
        #!lua name=stock
        local function make(command) return function(keys) return redis.call(command, keys[1]) end end
        redis.register_function('count', [|make('GET')|])
        """);

    [Fact]
    public void Flags_what_is_passed_to_a_function_that_registers() => RuleAssert.Flags(Rule.UnfollowedRegistration, """
        #!lua name=stock
        local function register(name, callback) redis.register_function(name, callback) end
        register([|'v' .. redis.REDIS_VERSION|], function(keys) return redis.call('GET', keys[1]) end)
        """);

    [Theory]
    [InlineData("redis.register_function(name, count)\nredis.register_function('also', also)")]
    [InlineData("redis.register_function(name .. '_' .. 1, count)")]
    [InlineData("redis.register_function('member', lib.total)\nredis.register_function('field', lib.first)")]
    [InlineData("register('passed', count, { 'no-writes' })\nregister('other', function(keys) return redis.call('GET', keys[1]) end)")]
    public void Is_quiet_about_names_and_callbacks_that_the_text_tells(string registrations) => RuleAssert.Quiet(Rule.UnfollowedRegistration, $$"""
        #!lua name=stock
        local name = 'count'
        local function count(keys) return redis.call('GET', keys[1]) end
        local also = function(keys) return 1 end
        local lib = { first = function(keys) return redis.call('GET', keys[1]) end }
        function lib.total(keys) return count(keys) end
        local function register(name, callback, flags)
            redis.register_function{ function_name = name, callback = callback, flags = flags }
        end
        {{registrations}}
        """);
}
