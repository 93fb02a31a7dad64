using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5035Tests
{
    [Theory]
    [InlineData("""
        if [|redis.call('LLEN', KEYS[1]) == false|] then return 1 end
        return 0
        """)]
    [InlineData("""
        local ttl = redis.call('TTL', KEYS[1])
        if [|ttl == nil|] then return 1 end
        return 0
        """)]
    [InlineData("""
        if [|redis.call('SMEMBERS', KEYS[1]) == {}|] then return 1 end
        return 0
        """)]
    [InlineData("""
        if [|redis.call('EXISTS', KEYS[1]) == true|] then return 1 end
        return 0
        """)]
    [InlineData("""
        if [|redis.call('SET', KEYS[1], 1) == 1|] then return 1 end
        return 0
        """)]
    [InlineData("""
        redis.setresp(3)
        if [|redis.call('GET', KEYS[1]) == false|] then return 1 end
        return 0
        """)]
    [InlineData("""
        if [|redis.call('GET', KEYS[1]) == true|] then return 1 end
        return 0
        """)]
    [InlineData("""
        local v = redis.call('GET', KEYS[1])
        if [|type(v) == 'nil'|] then return 1 end
        return v
        """)]
    [InlineData("""
        local v = redis.call('GET', KEYS[1])
        if [|type(v) == nil|] then return 1 end
        return v
        """)]
    [InlineData("""
        local v = cjson.decode(ARGV[1])
        if [|type(v) == 'array'|] then return #v end
        return #KEYS
        """)]
    [InlineData("""
        if [|#KEYS == nil|] then return 0 end
        return redis.call('GET', KEYS[1])
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.NeverEqual, script);

    [Theory]
    [InlineData("""
        if redis.call('LLEN', KEYS[1]) == 0 then return 1 end
        return 0
        """)]
    [InlineData("""
        local v = redis.call('GET', KEYS[1])
        if type(v) == 'nil' or v == false then return 1 end
        return v
        """)]
    [InlineData("""
        local v = redis.call('GET', KEYS[1])
        if type(v) == 'table' and v.err then return 1 end
        return v
        """)]
    [InlineData("""
        local n = redis.call('INCR', KEYS[1])
        if n == nil or n == 0 then return 1 end
        return 0
        """)]
    [InlineData("""
        redis.setresp(3)
        if redis.call('GET', KEYS[1]) == nil then return 1 end
        return 0
        """)]
    [InlineData("""
        if redis.call('GET', KEYS[1]) == false then return 1 end
        return 0
        """)]
    [InlineData("""
        if KEYS[1] == nil then return 1 end
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        local v = cjson.decode(ARGV[1])
        if v == cjson.null then return 0 end
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        local v = cjson.decode(ARGV[1])
        if type(v) == 'userdata' or type(v) == 'table' then return 1 end
        return #KEYS
        """)]
    [InlineData("""
        local kinds = { string = 1 }
        if kinds[type(ARGV[1])] == nil then return 0 end
        return #KEYS
        """)]
    public void Leaves_right_scripts_alone(string script) => RuleAssert.Quiet(Rule.NeverEqual, script);
}
