using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5022Tests
{
    [Theory]
    [InlineData("if [|redis.call('GET', KEYS[1]) == 1|] then return 1 end")]
    [InlineData("""
        local x = redis.call('HGET', KEYS[1], 'n')
        if x and [|x > 5|] then return 1 end
        """)]
    [InlineData("""
        local x = redis.call('GET', KEYS[1]) or '0'
        if [|10 < x|] then return 1 end
        """)]
    [InlineData("if [|redis.call('TIME')[1] > 100|] then return 1 end")]
    [InlineData("""
        local values = redis.call('HMGET', KEYS[1], 'a', 'b')
        if [|values[2] == 0|] then return 1 end
        """)]
    [InlineData("for _, score in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do if [|score < 1|] then return 1 end end")]
    [InlineData("if [|tostring(ARGV[1]) == 1|] then return 1 end")]
    public void Flags_strings_taken_for_numbers(string script) => RuleAssert.Flags(Rule.NumberComparedWithText, script);

    [Theory]
    [InlineData("if redis.call('GET', KEYS[1]) == '1' then return 1 end")]
    [InlineData("""
        local x = redis.call('GET', KEYS[1])
        if x == 0 or x == '0' then return 1 end
        """)]
    [InlineData("if tonumber(redis.call('GET', KEYS[1])) == 1 then return 1 end")]
    [InlineData("""
        local x = redis.call('GET', KEYS[1]) or 0
        if x == 0 then return 1 end
        """)]
    [InlineData("if redis.call('INCR', KEYS[1]) == 1 then return 1 end")]
    [InlineData("""
        local x = redis.call('GET', KEYS[1])
        if type(x) == 'number' and x > 1 then return 1 end
        """)]
    [InlineData("if redis.call('TTL', KEYS[1]) < 0 then return 1 end")]
    [InlineData("if redis.call(ARGV[1], KEYS[1]) == 1 then return 1 end")]
    [InlineData("""
        local x = cjson.decode(redis.call('GET', KEYS[1]))
        if x == 1 then return 1 end
        """)]
    [InlineData("""
        redis.setresp(3)
        if redis.call('ZSCORE', KEYS[1], 'm') == 1 then return 1 end
        """)]
    public void Leaves_what_may_be_a_number_alone(string script) => RuleAssert.Quiet(Rule.NumberComparedWithText, script);

    [Fact]
    public void Says_what_to_write() => RuleAssert.Message(
        Rule.NumberComparedWithText,
        """
        local x = redis.call('GET', KEYS[1])
        if x == 1 then return 1 end
        """,
        "The reply of GET is a string and is never equal to a number: write `tonumber(x) == 1`");

    [Fact]
    public void Says_that_it_fails() => RuleAssert.Message(
        Rule.NumberComparedWithText,
        """
        local x = redis.call('GET', KEYS[1])
        if x < 1 then return 1 end
        """,
        "The reply of GET is a string and cannot be compared with a number: write `tonumber(x) < 1`");
}
