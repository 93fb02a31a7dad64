using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA3008Tests
{
    [Theory]
    [InlineData("""
        -- ARGV[1] owner: string?
        -- ARGV[2] count: int
        if not [|ARGV[1]|] then return 0 end
        return ARGV[2]
        """)]
    [InlineData("""
        -- ARGV[1] owner: string?
        -- ARGV[2] count: int
        if [|ARGV[1]|] then return 0 end
        return ARGV[2]
        """)]
    [InlineData("""
        -- ARGV[1] owner: string?
        -- ARGV[2] count: int
        local owner = ARGV[1]
        while [|owner|] do return 0 end
        return ARGV[2]
        """)]
    [InlineData("""
        -- ARGV[1] owner: string?
        -- ARGV[2] count: int
        if ARGV[2] == '1' and [|ARGV[1]|] then return 0 end
        return ARGV[2]
        """)]
    [InlineData("""
        -- ARGV[1] owner: string?
        -- ARGV[2] count: int
        if [|ARGV[1] == nil|] then return 0 end
        return ARGV[2]
        """)]
    [InlineData("""
        -- ARGV[1] owner: string?
        -- ARGV[2] count: int
        if [|nil ~= ARGV[1]|] then return 0 end
        return ARGV[2]
        """)]
    [InlineData("""
        -- ARGV[1] owner: string?
        -- ARGV[2] count: int
        local owner = [|ARGV[1]|] or 'nobody'
        return owner .. ARGV[2]
        """)]
    [InlineData("""
        -- ARGV[1] owner: string?
        -- ARGV[2] count: int
        return [|ARGV[1]|] and 'a' or 'b', ARGV[2]
        """)]
    [InlineData("""
        -- ARGV[1] a: string?
        -- ARGV[2] b: string?
        if [|ARGV[1]|] then return ARGV[2] end
        """)]
    [InlineData("""
        -- ARGV[1] n: int?
        -- ARGV[2...] rest: string
        if [|ARGV[1]|] then return redis.call('ECHO', tonumber(ARGV[1]) + #ARGV) end
        """)]
    public void Flags_tests_that_a_null_passes_as_a_value(string script) => RuleAssert.Flags(Rule.EmptyTakenForNil, script);

    [Theory]
    [InlineData("""
        -- ARGV[1] owner: string?
        if not ARGV[1] then return 0 end
        return 1
        """)]
    [InlineData("""
        -- ARGV[1] a: string?
        -- ARGV[2] b: string?
        if ARGV[2] then return ARGV[1] end
        """)]
    [InlineData("""
        -- ARGV[1] owner: string?
        -- ARGV[2] count: int
        if ARGV[1] == '' then return 0 end
        return ARGV[2]
        """)]
    [InlineData("""
        -- ARGV[1] owner: string?
        -- ARGV[2] count: int
        if not ARGV[1] or ARGV[1] == '' then return 0 end
        return ARGV[2]
        """)]
    [InlineData("""
        -- ARGV[1] owner: string?
        -- ARGV[2] count: int
        if ARGV[1] and #ARGV[1] > 0 then return 0 end
        return ARGV[2]
        """)]
    [InlineData("""
        -- ARGV[1] owner: string?
        -- ARGV[2] count: int
        if (ARGV[1] or '') == '' then return 0 end
        return ARGV[2]
        """)]
    [InlineData("""
        -- ARGV[1] owner: string?
        -- ARGV[2] count: int
        if ARGV[1] and ARGV[1]:len() > 0 then return 0 end
        return ARGV[2]
        """)]
    [InlineData("""
        -- ARGV[1] n: int?
        -- ARGV[2] m: int
        local n = ARGV[1] and tonumber(ARGV[1])
        if n then return n end
        return ARGV[2]
        """)]
    [InlineData("""
        -- ARGV[1] n: int?
        -- ARGV[2] m: int
        local n
        if ARGV[1] then n = tonumber(ARGV[1]) end
        if n then return n end
        return ARGV[2]
        """)]
    [InlineData("""
        -- ARGV[1] n: int?
        -- ARGV[2] m: int
        if tonumber(ARGV[1]) then return 1 end
        return ARGV[2]
        """)]
    [InlineData("""
        -- ARGV[1] n: int = 5
        -- ARGV[2] m: int
        return (ARGV[1] or 5) + ARGV[2]
        """)]
    [InlineData("if not ARGV[1] then return ARGV[2] end")]
    public void Leaves_scripts_alone_that_know_or_need_not(string script) => RuleAssert.Quiet(Rule.EmptyTakenForNil, script);

    [Fact]
    public void Says_what_is_sent() => RuleAssert.Message(
        Rule.EmptyTakenForNil,
        """
        -- ARGV[1] owner: string?
        -- ARGV[2] count: int
        if not ARGV[1] then return 0 end
        return ARGV[2]
        """,
        "ARGV[1] is sent as `''` when it is null, and `''` is true in Lua: write `ARGV[1] == ''`");

    [Fact]
    public void Says_what_fits_either() => RuleAssert.Message(
        Rule.EmptyTakenForNil,
        """
        -- ARGV[1] a: string?
        -- ARGV[2] b: string?
        return (ARGV[1] or 'nobody') .. (ARGV[2] or '')
        """,
        "ARGV[1] is sent as `''` when it is null, and `''` is true in Lua: write `(ARGV[1] or '') ~= '' and ARGV[1] or 'nobody'`");
}
