using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5036Tests
{
    [Theory]
    [InlineData("return [|redis.call('HGETALL', KEYS[1]).name|]")]
    [InlineData("""
        local bucket = redis.call('HMGET', KEYS[1], 'tokens')
        return [|bucket['tokens']|] or 10
        """)]
    [InlineData("""
        local rows = redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')
        return [|rows.score|]
        """)]
    [InlineData("""
        local values = redis.call('HMGET', KEYS[1], 'a', 'b')
        return [|values[0]|]
        """)]
    [InlineData("""
        local values = redis.call('HMGET', KEYS[1], 'a', 'b')
        return [|values[3]|] or 1
        """)]
    [InlineData("return [|redis.call('TIME')[3]|]")]
    [InlineData("""
        local top = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')
        if #top == 0 then return 0 end
        return [|top[1][2]|]
        """)]
    [InlineData("""
        local n = 0
        for _, pair in ipairs(redis.call('HGETALL', KEYS[1])) do
          n = n + #([|pair[2]|] or '')
        end
        return n
        """)]
    [InlineData("return [|ARGV[1].name|] or KEYS[1]")]
    [InlineData("""
        local order = redis.call('GET', KEYS[1])
        if not order then return 0 end
        return [|order.total|]
        """)]
    [InlineData("""
        local rows = redis.call('LRANGE', KEYS[1], 0, 9)
        for i = 0, #rows - 1 do
          redis.call('SREM', KEYS[2], [|rows[i]|])
        end
        return #rows
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.FieldIsNil, script);

    [Theory]
    [InlineData("return redis.call('HGETALL', KEYS[1])[2]")]
    [InlineData("""
        local flat, map = redis.call('HGETALL', KEYS[1]), {}
        for i = 1, #flat, 2 do map[flat[i]] = flat[i + 1] end
        return map.name
        """)]
    [InlineData("""
        redis.setresp(3)
        return redis.call('HGETALL', KEYS[1]).map.name
        """)]
    [InlineData("return redis.call('SET', KEYS[1], 1).ok")]
    [InlineData("""
        local t = cjson.decode(redis.call('GET', KEYS[1]) or '{}')
        return t.name
        """)]
    [InlineData("""
        local values = redis.call('HMGET', KEYS[1], 'a', 'b')
        return { values[1], values[2] }
        """)]
    [InlineData("""
        local values = redis.call('HMGET', KEYS[1], unpack(ARGV))
        return values[3]
        """)]
    [InlineData("""
        local order = cjson.decode(ARGV[1])
        return order.name or KEYS[1]
        """)]
    [InlineData("""
        local length = ('x').len
        return length(ARGV[1]) + #KEYS
        """)]
    [InlineData("""
        local value = redis.call('GET', KEYS[1])
        if type(value) == 'table' then return value.total end
        return value
        """)]
    [InlineData("""
        local rows = redis.call('LRANGE', KEYS[1], 0, 9)
        for i = 0, #rows - 1 do
          redis.call('SREM', KEYS[2], rows[i + 1])
        end
        return #rows
        """)]
    [InlineData("""
        local t = { [0] = redis.call('GET', KEYS[1]) or '' }
        for i = 0, 0 do redis.call('SREM', KEYS[2], t[i]) end
        return t[0]
        """)]
    public void Leaves_right_scripts_alone(string script) => RuleAssert.Quiet(Rule.FieldIsNil, script);
}
