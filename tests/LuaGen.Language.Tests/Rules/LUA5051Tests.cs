using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5051Tests
{
    [Theory]
    [InlineData("""
        local function [|count|]() return redis.call('INCR', KEYS[1]) end
        return 1
        """)]
    [InlineData("""
        local [|count|] = function() return redis.call('INCR', KEYS[1]) end
        return 1
        """)]
    [InlineData("""
        local function [|loop|](n) return n > 0 and loop(n - 1) or 0 end
        return 1
        """)]
    [InlineData("""
        local h = {}
        function h.[|run|]() return 1 end
        return redis.call('INCR', KEYS[1])
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.UnusedFunction, script);

    [Theory]
    [InlineData("""
        local function count() return redis.call('INCR', KEYS[1]) end
        return count()
        """)]
    [InlineData("""
        local function _unused() return 1 end
        return redis.call('INCR', KEYS[1])
        """)]
    [InlineData("""
        local function count() return redis.call('INCR', KEYS[1]) end
        local all = { count }
        return all[1]()
        """)]
    [InlineData("""
        local h = {}
        function h.run() return 1 end
        return h.run()
        """)]
    [InlineData("""
        local h = {}
        function h.run() return 1 end
        return h[ARGV[1]]()
        """)]
    [InlineData("""
        local h = {}
        function h.run() return 1 end
        """)]
    [InlineData("""
        local step = 10
        local function count(key) return redis.call('INCRBY', key, step) end
        local reset = function(key) return redis.call('DEL', key) end
        """)]
    public void Leaves_right_scripts_alone(string script) => RuleAssert.Quiet(Rule.UnusedFunction, script);
}
