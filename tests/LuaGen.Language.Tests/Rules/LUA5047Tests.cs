using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5047Tests
{
    [Theory]
    [InlineData("""
        -- KEYS[1] a
        -- ARGV[1] order: json<Shop.Order>
        local order = cjson.decode(ARGV[1])
        if [|order.Discount|] then return redis.call('INCRBY', KEYS[1], order.Discount) end
        return 0
        """)]
    [InlineData("""
        -- KEYS[1] a
        -- ARGV[1] order: json<Shop.Order>
        local order = cjson.decode(ARGV[1])
        local n = [|order.Count|] or 1
        return redis.call('INCRBY', KEYS[1], n)
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.JsonNull, script);

    [Theory]
    [InlineData("""
        -- KEYS[1] a
        -- ARGV[1] order: json<Shop.Order>
        local order = cjson.decode(ARGV[1])
        if order.Discount ~= cjson.null then return redis.call('INCRBY', KEYS[1], order.Discount) end
        return 0
        """)]
    [InlineData("""
        -- KEYS[1] a
        -- ARGV[1] order: string
        local order = cjson.decode(ARGV[1])
        if order.Discount then return redis.call('INCR', KEYS[1]) end
        return 0
        """)]
    [InlineData("""
        -- KEYS[1] a
        -- ARGV[1] order: json<Shop.Order>
        local order = cjson.decode(ARGV[1])
        if type(order.Discount) == 'number' then return redis.call('INCRBY', KEYS[1], order.Discount) end
        return 0
        """)]
    public void Leaves_right_scripts_alone(string script) => RuleAssert.Quiet(Rule.JsonNull, script);
}
