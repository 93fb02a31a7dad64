using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA5007Tests
{
    [Theory]
    [InlineData("-- KEYS[1...] keys\nreturn redis.call('DEL', [|unpack(KEYS)|])")]
    [InlineData("-- KEYS[1] set\n-- ARGV[1...] members: string\nreturn redis.call('SADD', KEYS[1], [|unpack(ARGV)|])")]
    [InlineData("-- KEYS[1] set\n-- ARGV[1] a: string\n-- ARGV[2...] members: string\nlocal values = ARGV\nreturn redis.call('SADD', KEYS[1], ARGV[1], [|unpack(values, 2)|])")]
    [InlineData("return redis.call('DEL', [|unpack(KEYS)|])")]
    [InlineData("-- KEYS[1...] keys\nif #KEYS > 0 then return redis.call('DEL', [|unpack(KEYS)|]) end")]
    [InlineData("-- KEYS[1...] keys\nif #KEYS < 2 then return 0 end\nreturn redis.call('DEL', [|unpack(KEYS)|])")]
    public void Flags_lists_of_any_length(string script) => RuleAssert.Flags(Rule.UnboundedUnpack, script);

    [Theory]
    [InlineData("-- KEYS[1] a\n-- KEYS[2] b\nreturn redis.call('DEL', unpack(KEYS))")]
    [InlineData("-- KEYS[1...] keys\nfor i = 1, #KEYS, 1000 do redis.call('DEL', unpack(KEYS, i, math.min(i + 999, #KEYS))) end")]
    [InlineData("-- KEYS[1...] keys\nif #KEYS > 1000 then return 0 end\nreturn redis.call('DEL', unpack(KEYS))")]
    [InlineData("-- KEYS[1...] keys\nif 1000 >= #KEYS then return redis.call('DEL', unpack(KEYS)) end")]
    [InlineData("-- KEYS[1...] keys\nlocal count = #KEYS\nif count <= 100 then return redis.call('DEL', unpack(KEYS)) end")]
    [InlineData("local t = { KEYS[1] }\nreturn unpack(t)")]
    public void Leaves_bounded_lists_alone(string script) => RuleAssert.Quiet(Rule.UnboundedUnpack, script);

    [Fact]
    public Task Says_how_to_slice() => RuleAssert.MessageAsync(
        Rule.UnboundedUnpack,
        "return redis.call('DEL', unpack(KEYS))",
        "`unpack` fails when KEYS has 8,000 elements or more: unpack slices, as in `unpack(KEYS, i, math.min(i + 999, #KEYS))`");
}
