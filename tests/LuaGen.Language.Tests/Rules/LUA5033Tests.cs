using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5033Tests
{
    [Theory]
    [InlineData("return redis.call('SET', KEYS[2], [|redis.call('GET', KEYS[1])|])")]
    [InlineData("""
        local n = tonumber([|redis.call('GET', KEYS[1])|])
        return redis.call('SET', KEYS[2], n + 1)
        """)]
    [InlineData("""
        local text = [|redis.call('HGET', KEYS[1], 'f')|]
        return redis.call('SET', KEYS[2], 'x' .. text)
        """)]
    [InlineData("return cjson.decode([|redis.call('GET', KEYS[1])|]).name")]
    [InlineData("""
        local first = [|redis.call('ZRANGE', KEYS[1], 0, 0)[1]|]
        return redis.call('ZREM', KEYS[1], first)
        """)]
    [InlineData("""
        local mail = [|redis.call('HGET', KEYS[1], 'mail')|]
        redis.call('HSET', KEYS[1], 'seen', 1)
        return mail:lower()
        """)]
    [InlineData("""
        local count = tonumber([|redis.call('HGET', KEYS[1], 'n')|]) + 1
        redis.call('HSET', KEYS[1], 'n', count)
        return count
        """)]
    [InlineData("return string.format('%s', [|redis.call('GET', KEYS[1])|])")]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.ReplyMayBeMissing, script);

    [Theory]
    [InlineData("return redis.call('SET', KEYS[2], redis.call('GET', KEYS[1]) or '')")]
    [InlineData("""
        local n = tonumber(redis.call('GET', KEYS[1]) or 0)
        return redis.call('SET', KEYS[2], n + 1)
        """)]
    [InlineData("""
        local text = redis.call('GET', KEYS[1])
        if not text then return false end
        return redis.call('SET', KEYS[2], text)
        """)]
    [InlineData("""
        if redis.call('EXISTS', KEYS[1]) == 1 then
          return redis.call('SET', KEYS[2], redis.call('GET', KEYS[1]))
        end
        return false
        """)]
    [InlineData("""
        for _, id in ipairs(redis.call('SMEMBERS', KEYS[1])) do
          redis.call('RPUSH', KEYS[2], redis.call('HGET', KEYS[3], id))
        end
        return 1
        """)]
    [InlineData("""
        redis.call('SET', KEYS[1], 1)
        return redis.call('SET', KEYS[2], redis.call('GET', KEYS[1]))
        """)]
    [InlineData("return redis.call('GET', KEYS[1])")]
    [InlineData("""
        redis.call('HSET', KEYS[1], 'mail', 'm')
        local mail = redis.call('HGET', KEYS[1], 'mail')
        return mail:lower()
        """)]
    [InlineData("""
        redis.call('HSET', KEYS[1], ARGV[1], 'm')
        local mail = redis.call('HGET', KEYS[1], 'mail')
        return mail:lower()
        """)]
    [InlineData("""
        if redis.call('HEXISTS', KEYS[1], 'mail') == 0 then return 0 end
        return #redis.call('HGET', KEYS[1], 'mail')
        """)]
    [InlineData("""
        local function get() return redis.call('HGET', KEYS[1], 'mail') .. 'x' end
        redis.call('HSET', KEYS[1], 'mail', 'm')
        return get()
        """)]
    [InlineData("""
        local v = redis.call('GET', KEYS[1])
        return string.format('%s', v or '')
        """)]
    public void Leaves_right_scripts_alone(string script) => RuleAssert.Quiet(Rule.ReplyMayBeMissing, script);
}
