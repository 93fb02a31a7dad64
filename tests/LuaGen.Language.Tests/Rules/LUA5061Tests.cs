using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5061Tests
{
    [Theory]
    [InlineData("""
        for field, value in pairs(redis.call('HGETALL', KEYS[1])) do
          redis.call('HSET', KEYS[2], [|field|], value)
        end
        return 1
        """)]
    [InlineData("""
        local fields = redis.call('HGETALL', KEYS[1])
        local total = 0
        for field, value in pairs(fields) do
          if [|field|] == 'total' then total = value end
        end
        return total
        """)]
    [InlineData("""
        for member in ipairs(redis.call('SMEMBERS', KEYS[1])) do
          if [|member|] == 'admin' then return 0 end
        end
        return 1
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.IndexAsField, script);

    [Theory]
    [InlineData("""
        local fields = redis.call('HGETALL', KEYS[1])
        for i = 1, #fields, 2 do
          redis.call('HSET', KEYS[2], fields[i], fields[i + 1])
        end
        return 1
        """)]
    [InlineData("""
        local name
        for i, value in ipairs(redis.call('HGETALL', KEYS[1])) do
          if i % 2 == 1 then name = value else redis.call('HSET', KEYS[2], name, value) end
        end
        return 1
        """)]
    [InlineData("""
        for place, member in ipairs(redis.call('LRANGE', KEYS[1], 0, 9)) do
          redis.call('ZADD', KEYS[2], place, member)
          redis.call('HSET', KEYS[3], place, member)
        end
        return 1
        """)]
    [InlineData("""
        for field, value in pairs(cjson.decode(ARGV[1])) do
          if field == 'total' then redis.call('HSET', KEYS[1], field, value) end
        end
        return 1
        """)]
    [InlineData("""
        redis.setresp(3)
        for field, value in pairs(redis.call('HGETALL', KEYS[1]).map) do
          if field == 'total' then redis.call('HSET', KEYS[2], field, value) end
        end
        return 1
        """)]
    public void Leaves_right_scripts_alone(string script) => RuleAssert.Quiet(Rule.IndexAsField, script);

    [Fact]
    public void Says_what_to_write() => RuleAssert.Message(
        Rule.IndexAsField,
        """
        local all = redis.call('HGETALL', KEYS[1])
        for field, value in pairs(all) do redis.call('HSET', KEYS[2], field, value) end
        return 1
        """,
        "`field` is an index, because HGETALL replies with a flat array of fields and values: write `for i = 1, #all, 2 do`, with the field in `all[i]` and the value in `all[i + 1]`");
}
