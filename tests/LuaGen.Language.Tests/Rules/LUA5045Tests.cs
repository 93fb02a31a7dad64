using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5045Tests
{
    [Theory]
    [InlineData("""
        local t = redis.call('LRANGE', KEYS[1], 0, -1)
        table.sort(t, function(a, b) return [|a <= b|] end)
        return t
        """)]
    [InlineData("""
        local function order(a, b) return [|tonumber(a) - tonumber(b)|] end
        local t = redis.call('LRANGE', KEYS[1], 0, -1)
        table.sort(t, order)
        return t
        """)]
    [InlineData("""
        local t = redis.call('LRANGE', KEYS[1], 0, -1)
        table.sort(t, function(x, y) return [|not (x < y)|] end)
        return t
        """)]
    [InlineData("""
        local t = { 3, 1 }
        table.sort(t, function(a, b) return [|true|] end)
        return t
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.InvalidComparator, script);

    [Theory]
    [InlineData("""
        local t = redis.call('LRANGE', KEYS[1], 0, -1)
        table.sort(t, function(a, b) return a < b end)
        return t
        """)]
    [InlineData("""
        local t = redis.call('LRANGE', KEYS[1], 0, -1)
        table.sort(t)
        return t
        """)]
    [InlineData("""
        local t = redis.call('LRANGE', KEYS[1], 0, -1)
        table.sort(t, function(a, b) if #a ~= #b then return #a < #b end return a < b end)
        return t
        """)]
    [InlineData("""
        local t = redis.call('LRANGE', KEYS[1], 0, -1)
        table.sort(t, function(a, b) return #a <= 5 and a < b end)
        return t
        """)]
    public void Leaves_right_scripts_alone(string script) => RuleAssert.Quiet(Rule.InvalidComparator, script);
}
