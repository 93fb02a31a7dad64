using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA3009Tests
{
    [Theory]
    [InlineData("""
        -- ARGV[1] on: bool
        if [|ARGV[1]|] then return 1 end
        """)]
    [InlineData("""
        -- ARGV[1] on: bool
        local on = ARGV[1]
        if not [|on|] then return 1 end
        """)]
    [InlineData("""
        -- ARGV[1] on: bool
        return [|ARGV[1] == 'true'|] and 1 or 0
        """)]
    [InlineData("""
        -- ARGV[1] on: bool?
        return [|'false' ~= ARGV[1]|] and 1 or 0
        """)]
    [InlineData("""
        -- ARGV[1] order: 'asc' | 'desc'
        if [|ARGV[1] == 'ascending'|] then return 1 end
        """)]
    [InlineData("""
        -- ARGV[1] id: guid
        return [|tonumber(ARGV[1])|]
        """)]
    [InlineData("""
        -- ARGV[1] order: 'asc' | 'desc'
        return [|tonumber(ARGV[1])|]
        """)]
    public void Flags_what_never_comes_out_as_meant(string script) => RuleAssert.Flags(Rule.TypeContradicted, script);

    [Theory]
    [InlineData("""
        -- ARGV[1] on: bool
        if ARGV[1] == '1' then return 1 end
        """)]
    [InlineData("""
        -- ARGV[1] on: bool
        if ARGV[1] and ARGV[1] ~= '0' then return 1 end
        """)]
    [InlineData("""
        -- ARGV[1] on: bool
        if ARGV[1] == 'true' or ARGV[1] == '1' then return 1 end
        """)]
    [InlineData("""
        -- ARGV[1] on: bool
        if tonumber(ARGV[1]) == 1 then return 1 end
        """)]
    [InlineData("""
        -- ARGV[1] on: bool?
        if ARGV[1] then return 1 end
        """)]
    [InlineData("""
        -- ARGV[1] order: 'asc' | 'desc'
        if ARGV[1] == 'asc' then return 1 end
        """)]
    [InlineData("""
        -- ARGV[1] order: 'asc' | 'desc'
        if ARGV[1] == ARGV[2] then return 1 end
        """)]
    [InlineData("""
        -- ARGV[1] level: '1' | '2' | 'all'
        return tonumber(ARGV[1])
        """)]
    [InlineData("""
        -- ARGV[1] id: string
        return tonumber(ARGV[1])
        """)]
    [InlineData("""
        -- ARGV[1] on: value
        if ARGV[1] == 'true' then return 1 end
        """)]
    public void Leaves_uses_alone_that_fit(string script) => RuleAssert.Quiet(Rule.TypeContradicted, script);

    [Fact]
    public void Says_how_a_bool_is_sent() => RuleAssert.Message(
        Rule.TypeContradicted,
        """
        -- ARGV[1] on: bool
        if not ARGV[1] then return 1 end
        """,
        "ARGV[1] is '1' or '0', and both are true in Lua: write `ARGV[1] ~= '1'`");

    [Fact]
    public void Says_which_word_is_near() => RuleAssert.Message(
        Rule.TypeContradicted,
        """
        -- ARGV[1] order: 'asc' | 'desc'
        if ARGV[1] == 'decs' then return 1 end
        """,
        "ARGV[1] is never 'decs', because its declaration does not list that value: write `'desc'`, or declare `'decs'` too");
}
