using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA3002Tests
{
    [Theory]
    [InlineData("-- KEYS[1] a\n-- KEYS[2] [|b|]\nreturn KEYS[1]")]
    [InlineData("-- ARGV[1] [|a|]: int\nreturn #ARGV")]
    [InlineData("-- ARGV[1] [|a|]: int\n-- ARGV[2] b: int\nreturn {unpack(ARGV, 2)}")]
    [InlineData("-- KEYS[1] [|a|]\nlocal KEYS = {}\nreturn KEYS[1]")]
    public void Flags_what_the_body_never_reads(string script) => RuleAssert.Flags(Rule.UnusedDeclaration, script);

    [Theory]
    [InlineData("-- KEYS[1] _a\nreturn 1")]
    [InlineData("-- KEYS[1] a\nreturn unpack(KEYS)")]
    [InlineData("-- KEYS[1] a\nfor i, k in ipairs(KEYS) do redis.call('DEL', k) end")]
    [InlineData("-- KEYS[1] a\nlocal function all(t) return t[1] end\nreturn all(KEYS)")]
    [InlineData("-- KEYS[1] a\nlocal k = KEYS\nreturn k[1]")]
    [InlineData("-- KEYS[1] a\nreturn _G.KEYS[1]")]
    [InlineData("-- ARGV[1] a: int\n-- ARGV[2] b: int\nlocal t = { unpack(ARGV, 1, 2) }\nreturn t")]
    [InlineData("-- KEYS[1] a\nlocal n = #KEYS\nreturn KEYS[n]")]
    public void Leaves_what_may_be_read_alone(string script) => RuleAssert.Quiet(Rule.UnusedDeclaration, script);

    [Fact]
    public Task Says_how_to_keep_it() => RuleAssert.MessageAsync(
        Rule.UnusedDeclaration,
        "-- KEYS[1] stock\nreturn 1",
        "KEYS[1] 'stock' is never read: remove the declaration, or begin its name with `_`");
}
