using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5046Tests
{
    [Theory]
    [InlineData("""
        local t = redis.call('TIME')
        local now = t[1] * 1000000 + t[2]
        return redis.call('SET', KEYS[1], 'at:' .. [|now|])
        """)]
    [InlineData("""
        local t = redis.call('TIME')
        return tostring([|tonumber(t[1]) * 1000000|])
        """)]
    [InlineData("""
        local t = redis.call('TIME')
        local now = tonumber(t[1]) * 1e6 + tonumber(t[2])
        return cjson.encode({ at = [|now|] })
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.DigitsLostInText, script);

    [Theory]
    [InlineData("""
        local t = redis.call('TIME')
        local now = t[1] * 1000 + math.floor(t[2] / 1000)
        return redis.call('SET', KEYS[1], 'at:' .. now)
        """)]
    [InlineData("""
        local t = redis.call('TIME')
        local now = t[1] * 1000000 + t[2]
        return redis.call('SET', KEYS[1], now)
        """)]
    [InlineData("""
        local t = redis.call('TIME')
        local now = t[1] * 1000000 + t[2]
        return string.format('%.0f', now)
        """)]
    public void Leaves_right_scripts_alone(string script) => RuleAssert.Quiet(Rule.DigitsLostInText, script);
}
