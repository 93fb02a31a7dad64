using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5025Tests
{
    [Theory]
    [InlineData("return { 1, [|nil|], 2 }")]
    [InlineData("""
        local missing
        return { [|missing|], 1 }
        """)]
    [InlineData("""
        local reply = { 'a', [|nil|], 'b' }
        return reply
        """)]
    [InlineData("return { 1, { [|nil|], 2 } }")]
    [InlineData("""
        local function nothing() end
        return { [|(nothing())|], 1 }
        """)]
    public void Flags_nil_that_cuts(string script) => RuleAssert.Flags(Rule.NilInsideArray, script);

    [Theory]
    [InlineData("return { 1, false, 2 }")]
    [InlineData("return { 1, nil }")]
    [InlineData("return { nil, nil }")]
    [InlineData("return { 1, redis.call('GET', KEYS[1]), 2 }")]
    [InlineData("""
        local id
        if ARGV[1] then id = 1 end
        return { id, 2 }
        """)]
    [InlineData("redis.call('RPUSH', KEYS[1], unpack({ 1, 2 }))")]
    [InlineData("return { 1, ARGV[1], 2 }")]
    public void Leaves_the_last_and_the_doubtful_alone(string script) => RuleAssert.Quiet(Rule.NilInsideArray, script);

    [Fact]
    public void Says_what_to_write() => RuleAssert.Message(
        Rule.NilInsideArray,
        "return { 1, nil, 2 }",
        "A returned array ends at its first nil, here at index 2: write `false`, which becomes a null reply");
}
