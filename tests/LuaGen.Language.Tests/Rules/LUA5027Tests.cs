using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5027Tests
{
    [Theory]
    [InlineData("if [|redis.call('EXISTS', KEYS[1])|] then return 1 end")]
    [InlineData("""
        local exists = redis.call('SISMEMBER', KEYS[1], ARGV[1])
        if not [|exists|] then return 0 end
        """)]
    [InlineData("while [|redis.call('LLEN', KEYS[1])|] do redis.call('LPOP', KEYS[1]) end")]
    [InlineData("if ARGV[1] and [|redis.call('HEXISTS', KEYS[1], 'f')|] then return 1 end")]
    [InlineData("return [|redis.call('SETNX', KEYS[1], '1')|] and 'yes' or 'no'")]
    [InlineData("if ([|redis.call('SCARD', KEYS[1])|]) then return 1 end")]
    [InlineData("if [|redis.call('DEL', KEYS[1])|] then return 1 end")]
    [InlineData("local gone = redis.call('ZREM', KEYS[1], ARGV[1])\nif not [|gone|] then return 0 end\nreturn 1")]
    [InlineData("redis.setresp(3)\nif [|redis.call('EXISTS', KEYS[1])|] then return 1 end")]
    [InlineData("repeat redis.call('LPOP', KEYS[1]) until not [|redis.call('LLEN', KEYS[1])|]")]
    [InlineData("""
        local ttl = redis.call('TTL', KEYS[1])
        if not [|ttl|] then redis.call('EXPIRE', KEYS[1], 60) end
        return 1
        """)]
    [InlineData("""
        if [|redis.call('PTTL', KEYS[1])|] then return 1 end
        return 0
        """)]
    public void Flags_answers_taken_for_true(string script) => RuleAssert.Flags(Rule.NumberAsCondition, script);

    [Theory]
    [InlineData("if redis.call('EXISTS', KEYS[1]) == 1 then return 1 end")]
    [InlineData("if redis.call('GET', KEYS[1]) then return 1 end")]
    [InlineData("if redis.call('INCR', KEYS[1]) then return 1 end")]
    [InlineData("""
        local exists = redis.call('EXISTS', KEYS[1]) == 1
        if exists then return 1 end
        """)]
    [InlineData("return ARGV[1] and redis.call('LLEN', KEYS[1])")]
    [InlineData("if redis.call(ARGV[1], KEYS[1]) then return 1 end")]
    [InlineData("""
        redis.call('PING')
        redis.setresp(3)
        if redis.call('EXISTS', KEYS[1]) then return 1 end
        """)]
    [InlineData("local n = redis.call('DEL', KEYS[1])\nif n and n > 0 then return 1 end")]
    [InlineData("""
        local n = redis.call('LLEN', KEYS[1])
        return n
        """)]
    [InlineData("""
        local ttl = redis.call('TTL', KEYS[1])
        if not ttl or ttl < 0 then redis.call('EXPIRE', KEYS[1], 60) end
        return 1
        """)]
    [InlineData("""
        local ttl = redis.call('TTL', KEYS[1])
        if ttl == -1 then redis.call('EXPIRE', KEYS[1], 60) end
        return ttl or 0
        """)]
    public void Leaves_comparisons_alone(string script) => RuleAssert.Quiet(Rule.NumberAsCondition, script);

    [Fact]
    public void Says_what_to_write() => RuleAssert.Message(
        Rule.NumberAsCondition,
        "if redis.call('EXISTS', KEYS[1]) then return 1 end",
        "The reply of EXISTS is a number, and 0 is true in Lua: write `redis.call('EXISTS', KEYS[1]) ~= 0`");

    [Fact]
    public void Says_the_opposite_behind_not() => RuleAssert.Message(
        Rule.NumberAsCondition,
        "if not redis.call('EXISTS', KEYS[1]) then return 1 end",
        "The reply of EXISTS is a number, and 0 is true in Lua: write `redis.call('EXISTS', KEYS[1]) == 0`");
}
