using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5037Tests
{
    [Theory]
    [InlineData("""
        local reply, [|err|] = redis.call('INCR', KEYS[1])
        if err then return -1 end
        return reply
        """)]
    [InlineData("""
        local ok, [|value|] = redis.pcall('GET', KEYS[1])
        return value
        """)]
    [InlineData("return redis.call('INCR', KEYS[1]), [|'counted'|]")]
    [InlineData("return false, [|'not found'|]")]
    [InlineData("""
        local a, b
        a, [|b|] = redis.call('GET', KEYS[1])
        if b then return 1 end
        return a
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.ExtraResult, script);

    [Theory]
    [InlineData("""
        local ok, reply = pcall(redis.call, 'INCR', KEYS[1])
        if not ok then return -1 end
        return reply
        """)]
    [InlineData("""
        local function both() return 1, 2 end
        local a, b = both()
        return a + b
        """)]
    [InlineData("""
        local reply, later = redis.call('INCR', KEYS[1])
        later = 1
        return later + reply
        """)]
    [InlineData("return redis.call('INCR', KEYS[1]), nil")]
    [InlineData("return { 1, 2 }")]
    [InlineData("""
        local a, b
        a, b = redis.call('GET', KEYS[1]), 1
        if b then return 1 end
        return a
        """)]
    [InlineData("""
        local a, b = 1, 2
        if ARGV[1] then a, b = redis.call('GET', KEYS[1]) end
        if b then return b end
        return a
        """)]
    public void Leaves_right_scripts_alone(string script) => RuleAssert.Quiet(Rule.ExtraResult, script);
}
