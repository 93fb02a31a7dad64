using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5059Tests
{
    [Theory]
    [InlineData("""
        local r = redis.pcall('INCR', KEYS[1])
        if [|r.err|] then return r end
        return r
        """)]
    [InlineData("""
        local n = redis.pcall('SETNX', KEYS[1], 1)
        if [|n['err']|] then return 0 end
        return n
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.ErrorFieldOfValue, script);

    [Theory]
    [InlineData("""
        local r = redis.pcall('INCR', KEYS[1])
        if type(r) == 'table' and r.err then return r end
        return r
        """)]
    [InlineData("""
        local r = redis.pcall('HGETALL', KEYS[1])
        if r.err then return r end
        return #r
        """)]
    [InlineData("""
        local r = redis.pcall('SET', KEYS[1], 'v')
        if r.err then return r end
        return r
        """)]
    [InlineData("""
        local r = redis.pcall('SETNX', KEYS[1], 1)
        if r == 1 then return 1 end
        if r == 0 then return 0 end
        return r.err
        """)]
    [InlineData("""
        local r = redis.pcall('GET', KEYS[1])
        if r and r.err then return r end
        return r
        """)]
    [InlineData("""
        local r = redis.call('INCR', KEYS[1])
        return r
        """)]
    public void Is_quiet_where_the_script_is_right(string script) => RuleAssert.Quiet(Rule.ErrorFieldOfValue, script);
}
