using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA4002Tests
{
    [Theory]
    [InlineData("return redis.call([|'GET'|])")]
    [InlineData("return redis.call([|'EXPIRE'|], KEYS[1])")]
    [InlineData("return redis.call([|'GET'|], KEYS[1], KEYS[2])")]
    [InlineData("return redis.call([|'GET'|], KEYS[1], KEYS[2], unpack(ARGV))")]
    [InlineData("return redis.call([|'XGROUP'|], 'DESTROY', KEYS[1])")]
    [InlineData("return redis.call([|'OBJECT'|])")]
    [InlineData("return redis.call([|'INCR'|], KEYS[1], tonumber(ARGV[1]))")]
    [InlineData("return [|redis.call()|]")]
    [InlineData("return { [|xpcall(redis.call, tostring, 'GET', KEYS[1])|] }")]
    [InlineData("""
        local function call(command, ...) return redis.call(command, ...) end
        return call([|'EXPIRE'|], KEYS[1])
        """)]
    [InlineData("return redis.call([|'GET'|], KEYS[1], math.exp(1))")]
    [InlineData("return redis.call([|'GET'|], KEYS[1], ('%d'):format(1))")]
    [InlineData("return redis.call([|'GET'|], KEYS[1], bit.band(1, 2))")]
    public void Flags_too_few_and_too_many(string script) => RuleAssert.Flags(Rule.WrongArity, script);

    [Theory]
    [InlineData("return redis.call('SET', KEYS[1], math.modf(1.5))")]
    [InlineData("return redis.call('SET', KEYS[1], ('x'):find('x'))")]
    [InlineData("return redis.call('SET', KEYS[1], unpack(ARGV))")]
    [InlineData("return redis.call('SET', unpack(ARGV))")]
    [InlineData("""
        local function set(...) return redis.call('SET', ...) end
        return set(KEYS[1], 1)
        """)]
    [InlineData("""
        local function both() return KEYS[1], 1 end
        return redis.call('SET', both())
        """)]
    [InlineData("return redis.call('MGET', unpack(KEYS))")]
    [InlineData("return redis.call(unpack(ARGV))")]
    [InlineData("return redis.call('DEL', KEYS[1], KEYS[2], KEYS[3])")]
    [InlineData("return redis.call('SET', KEYS[1], redis.call('GET', KEYS[2]))")]
    [InlineData("return redis.call('JSON.SET', KEYS[1])")]
    [InlineData("""
        -- @since 9.0
        return redis.call('GET', KEYS[1], 'NEWER')
        """)]
    [InlineData("return { xpcall(function() return redis.call('GET', KEYS[1]) end, tostring) }")]
    public void Leaves_open_ends_alone(string script) => RuleAssert.Quiet(Rule.WrongArity, script);

    [Fact]
    public void Says_the_form() => RuleAssert.Message(
        Rule.WrongArity,
        "return redis.call('EXPIRE', KEYS[1])",
        "EXPIRE takes at least 2 arguments, not 1: write `EXPIRE key seconds [NX] [XX] [GT] [LT]`");

    [Fact]
    public void Says_that_xpcall_hands_on_nothing() => RuleAssert.Message(
        Rule.WrongArity,
        "return { xpcall(redis.call, tostring, 'GET', KEYS[1]) }",
        "`xpcall` passes no arguments to `redis.call`: write `xpcall(function() return redis.call(…) end, …)`");
}
