using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5055Tests
{
    [Theory]
    [InlineData("return cjson.encode([|redis.call('SMEMBERS', KEYS[1])|])")]
    [InlineData("""
        local list = {}
        for i = 1, #ARGV do list[#list + 1] = ARGV[i] end
        return cjson.encode([|list|])
        """)]
    [InlineData("""
        local list = redis.call('LRANGE', KEYS[1], 0, -1)
        return cjson.encode({ list = [|list|], n = 1 })
        """)]
    [InlineData("""
        local all = {}
        if ARGV[1] then table.insert(all, ARGV[1]) end
        redis.call('SET', KEYS[1], cjson.encode([|all|]))
        return 1
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.EmptyJsonList, script);

    [Theory]
    [InlineData("""
        local list = redis.call('SMEMBERS', KEYS[1])
        return #list == 0 and '[]' or cjson.encode(list)
        """)]
    [InlineData("""
        local list = {}
        for i = 1, #ARGV do list[#list + 1] = ARGV[i] end
        return next(list) and cjson.encode(list) or 'none'
        """)]
    [InlineData("""
        local list = { 1 }
        for i = 1, #ARGV do list[#list + 1] = ARGV[i] end
        return cjson.encode(list)
        """)]
    [InlineData("""
        local list = {}
        list[1] = ARGV[1] or ''
        return cjson.encode(list)
        """)]
    [InlineData("""
        local map = {}
        for i = 1, #ARGV do map[ARGV[i]] = i end
        return cjson.encode(map)
        """)]
    [InlineData("return (cjson.encode(redis.call('SMEMBERS', KEYS[1])):gsub('^{}$', '[]'))")]
    [InlineData("""
        local old = cjson.decode(redis.call('GET', KEYS[1]) or '{}')
        redis.call('SET', KEYS[1], cjson.encode(redis.call('SMEMBERS', KEYS[2])))
        return #old
        """)]
    [InlineData("""
        redis.call('SADD', KEYS[1], ARGV[1])
        return cjson.encode(redis.call('HMGET', KEYS[1], 'a', 'b'))
        """)]
    [InlineData("""
        if redis.call('EXISTS', KEYS[1]) == 0 then return false end
        return cjson.encode(redis.call('SMEMBERS', KEYS[1]))
        """)]
    public void Is_quiet_where_the_script_is_right(string script) => RuleAssert.Quiet(Rule.EmptyJsonList, script);
}
