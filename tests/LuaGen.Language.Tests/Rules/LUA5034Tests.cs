using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5034Tests
{
    [Theory]
    [InlineData("""
        if [|redis.call('SMEMBERS', KEYS[1])|] then return 1 end
        return 0
        """)]
    [InlineData("""
        local rows = redis.call('LRANGE', KEYS[1], 0, -1)
        if not [|rows|] then return 0 end
        return 1
        """)]
    [InlineData("""
        local rows = redis.call('HGETALL', KEYS[1])
        if [|#rows|] then return 1 end
        return 0
        """)]
    [InlineData("""
        local rows = redis.call('KEYS', 'a*')
        if [|rows|] then return 1 else return 0 end
        """)]
    [InlineData("""
        local v = redis.pcall('GET', KEYS[1])
        if [|v|] then return 1 end
        return 0
        """)]
    [InlineData("""
        local n = redis.pcall('INCR', KEYS[1])
        if not [|n|] then return 0 end
        return n
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.ConstantCondition, script);

    [Theory]
    [InlineData("""
        local rows = redis.call('LRANGE', KEYS[1], 0, -1)
        if #rows > 0 then return 1 end
        return 0
        """)]
    [InlineData("""
        local rows = redis.call('LRANGE', KEYS[1], 0, -1)
        if rows and #rows > 0 then return 1 end
        return 0
        """)]
    [InlineData("""
        local rows = redis.call('SMEMBERS', KEYS[1])
        if rows then
          for _, row in ipairs(rows) do redis.call('DEL', row) end
        end
        return 1
        """)]
    [InlineData("""
        local v = redis.pcall('GET', KEYS[1])
        if type(v) == 'table' and v.err then return v end
        if v then return 1 end
        return 0
        """)]
    [InlineData("""
        local ok = redis.call('SET', KEYS[1], 1)
        if ok then return 1 end
        return 0
        """)]
    [InlineData("""
        local rows = redis.call('ZRANGE', KEYS[1], 0, 0)
        if not rows or next(rows) == nil then return 0 end
        return 1
        """)]
    [InlineData("""
        local v = redis.call('LPOP', KEYS[1])
        if v then return 1 end
        return 0
        """)]
    [InlineData("""
        local n = redis.pcall('INCR', KEYS[1])
        if n then return n end
        return 0
        """)]
    [InlineData("""
        local n = redis.pcall('INCR', KEYS[1])
        if not n or type(n) == 'table' then return 0 end
        return n
        """)]
    public void Leaves_right_scripts_alone(string script) => RuleAssert.Quiet(Rule.ConstantCondition, script);
}
