using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA3009Tests
{
    [Theory]
    [InlineData("-- ARGV[1] on: bool\nif [|ARGV[1]|] then return 1 end")]
    [InlineData("-- ARGV[1] on: bool\nlocal on = ARGV[1]\nif not [|on|] then return 1 end")]
    [InlineData("-- ARGV[1] on: bool\nreturn [|ARGV[1] == 'true'|] and 1 or 0")]
    [InlineData("-- ARGV[1] on: bool?\nreturn [|'false' ~= ARGV[1]|] and 1 or 0")]
    [InlineData("-- ARGV[1] order: 'asc' | 'desc'\nif [|ARGV[1] == 'ascending'|] then return 1 end")]
    [InlineData("-- ARGV[1] id: guid\nreturn [|tonumber(ARGV[1])|]")]
    [InlineData("-- ARGV[1] order: 'asc' | 'desc'\nreturn [|tonumber(ARGV[1])|]")]
    public void Flags_what_never_comes_out_as_meant(string script) => RuleAssert.Flags(Rule.TypeContradicted, script);

    [Theory]
    [InlineData("-- ARGV[1] on: bool\nif ARGV[1] == '1' then return 1 end")]
    [InlineData("-- ARGV[1] on: bool\nif ARGV[1] and ARGV[1] ~= '0' then return 1 end")]
    [InlineData("-- ARGV[1] on: bool\nif ARGV[1] == 'true' or ARGV[1] == '1' then return 1 end")]
    [InlineData("-- ARGV[1] on: bool\nif tonumber(ARGV[1]) == 1 then return 1 end")]
    [InlineData("-- ARGV[1] on: bool?\nif ARGV[1] then return 1 end")]
    [InlineData("-- ARGV[1] order: 'asc' | 'desc'\nif ARGV[1] == 'asc' then return 1 end")]
    [InlineData("-- ARGV[1] order: 'asc' | 'desc'\nif ARGV[1] == ARGV[2] then return 1 end")]
    [InlineData("-- ARGV[1] level: '1' | '2' | 'all'\nreturn tonumber(ARGV[1])")]
    [InlineData("-- ARGV[1] id: string\nreturn tonumber(ARGV[1])")]
    [InlineData("-- ARGV[1] on: value\nif ARGV[1] == 'true' then return 1 end")]
    public void Leaves_uses_alone_that_fit(string script) => RuleAssert.Quiet(Rule.TypeContradicted, script);

    [Fact]
    public Task Says_how_a_bool_is_sent() => RuleAssert.MessageAsync(
        Rule.TypeContradicted,
        "-- ARGV[1] on: bool\nif not ARGV[1] then return 1 end",
        "ARGV[1] is '1' or '0', and both are true in Lua: write `ARGV[1] ~= '1'`");

    [Fact]
    public Task Says_which_word_is_near() => RuleAssert.MessageAsync(
        Rule.TypeContradicted,
        "-- ARGV[1] order: 'asc' | 'desc'\nif ARGV[1] == 'decs' then return 1 end",
        "ARGV[1] is never 'decs', because its declaration does not list that value: write `'desc'`, or declare `'decs'` too");
}
