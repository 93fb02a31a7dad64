using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2053Tests
{
    [Fact]
    public void Flags_a_function_of_Lua() => RuleAssert.Flags(Rule.UnavailableWhileLoading, """
        #!lua name=stock
        local limit = [|tonumber|]('100')
        redis.register_function('count', function(keys, args) return redis.call('GET', keys[1]) end)
        """);

    [Fact]
    public void Flags_a_command() => RuleAssert.Flags(Rule.UnavailableWhileLoading, """
        #!lua name=stock
        local now = [|redis.call|]('TIME')
        redis.register_function('count', function(keys, args) return redis.call('GET', keys[1]) end)
        """);

    [Fact]
    public void Flags_only_the_first() => RuleAssert.Flags(Rule.UnavailableWhileLoading, """
        #!lua name=stock
        local a = [|string|].rep('a', 2)
        local b = cjson.encode({})
        redis.register_function('count', function(keys, args) return redis.call('GET', keys[1]) end)
        """);

    [Fact]
    public void Is_quiet_about_what_exists_and_what_runs_later() => RuleAssert.Quiet(Rule.UnavailableWhileLoading, """
        #!lua name=stock
        local version = redis.REDIS_VERSION_NUM
        redis.log(redis.LOG_NOTICE, 'loading')
        local function limit() return tonumber('100') end
        redis.register_function('count', function(keys) return limit() end)
        if not version then limit = tonumber('2') end
        """);
}
