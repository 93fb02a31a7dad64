using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5020Tests
{
    [Theory]
    [InlineData("""
        local x = redis.call('GET', KEYS[1])
        if [|x == nil|] then return 1 end
        """)]
    [InlineData("if [|redis.call('HGET', KEYS[1], 'f') ~= nil|] then return 1 end")]
    [InlineData("if [|nil == redis.call('LPOP', KEYS[1])|] then return 1 end")]
    [InlineData("""
        local get = redis.call
        return [|get('ZSCORE', KEYS[1], 'm') == nil|] and 1 or 0
        """)]
    [InlineData("""
        local function read(key) return redis.call('GET', key) end
        local x = read(KEYS[1])
        if [|x == nil|] then return 0 end
        """)]
    [InlineData("if [|redis.call('SET', KEYS[1], '1', 'NX') == nil|] then return 0 end")]
    [InlineData("if [|redis.call('LMPOP', 1, KEYS[1], 'LEFT') == nil|] then return 0 end")]
    public void Flags_replies_that_are_false_when_missing(string script) => RuleAssert.Flags(Rule.ReplyComparedWithNil, script);

    [Theory]
    [InlineData("""
        local x = redis.call('GET', KEYS[1])
        if x == false then return 1 end
        """)]
    [InlineData("""
        local x = redis.call('GET', KEYS[1])
        if x == nil or x == false then return 1 end
        """)]
    [InlineData("""
        local x = redis.call('GET', KEYS[1])
        if x == nil then return 0 end
        if not x then return 1 end
        """)]
    [InlineData("""
        local x = tonumber(redis.call('GET', KEYS[1]))
        if x == nil then return 1 end
        """)]
    [InlineData("""
        redis.setresp(3)
        local x = redis.call('GET', KEYS[1])
        if x == nil then return 1 end
        """)]
    [InlineData("""
        local x = redis.call('INCR', KEYS[1])
        if x == nil then return 1 end
        """)]
    [InlineData("if redis.call('MGET', KEYS[1])[2] == nil then return 1 end")]
    [InlineData("""
        local x = ARGV[1]
        if x == nil then return 1 end
        """)]
    [InlineData("""
        local x = redis.call(ARGV[1], KEYS[1])
        if x == nil then return 1 end
        """)]
    [InlineData("""
        local x
        if ARGV[1] then x = redis.call('GET', KEYS[1]) end
        if x == nil then return 1 end
        """)]
    public void Leaves_what_may_be_nil_alone(string script) => RuleAssert.Quiet(Rule.ReplyComparedWithNil, script);

    [Fact]
    public void Says_what_to_write() => RuleAssert.Message(
        Rule.ReplyComparedWithNil,
        """
        local x = redis.call('GET', KEYS[1])
        if x == nil then return 1 end
        """,
        "The reply of GET is false when the value is missing, never nil: write `not x`");

    [Fact]
    public void Says_it_of_a_call_too() => RuleAssert.Message(
        Rule.ReplyComparedWithNil,
        "if redis.call('GET', KEYS[1]) ~= nil then return 1 end",
        "The reply of GET is false when the value is missing, never nil: write `redis.call('GET', KEYS[1]) ~= false`");
}
