using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA5025Tests
{
    [Theory]
    [InlineData("redis.call('PING')\nreturn { 1, [|nil|], 2 }")]
    [InlineData("redis.call('PING')\nlocal missing\nreturn { [|missing|], 1 }")]
    [InlineData("redis.call('PING')\nlocal reply = { 'a', [|nil|], 'b' }\nreturn reply")]
    [InlineData("redis.call('PING')\nreturn { 1, { [|nil|], 2 } }")]
    [InlineData("redis.call('PING')\nlocal function nothing() end\nreturn { [|(nothing())|], 1 }")]
    public void Flags_nil_that_cuts(string script) => RuleAssert.Flags(Rule.NilInsideArray, script);

    [Theory]
    [InlineData("redis.call('PING')\nreturn { 1, false, 2 }")]
    [InlineData("redis.call('PING')\nreturn { 1, nil }")]
    [InlineData("redis.call('PING')\nreturn { nil, nil }")]
    [InlineData("return { 1, redis.call('GET', KEYS[1]), 2 }")]
    [InlineData("local id\nif ARGV[1] then id = 1 end\nreturn { id, 2 }")]
    [InlineData("redis.call('RPUSH', KEYS[1], unpack({ 1, 2 }))")]
    [InlineData("return { 1, ARGV[1], 2 }")]
    public void Leaves_the_last_and_the_doubtful_alone(string script) => RuleAssert.Quiet(Rule.NilInsideArray, script);

    [Fact]
    public Task Says_what_to_write() => RuleAssert.MessageAsync(
        Rule.NilInsideArray,
        "redis.call('PING')\nreturn { 1, nil, 2 }",
        "A returned array ends at its first nil, here at index 2: write `false`, which becomes a null reply");
}
