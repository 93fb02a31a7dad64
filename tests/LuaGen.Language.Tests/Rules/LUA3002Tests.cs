using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA3002Tests
{
    [Theory]
    [InlineData("""
        -- KEYS[1] a
        -- KEYS[2] [|b|]
        return KEYS[1]
        """)]
    [InlineData("""
        -- ARGV[1] [|a|]: int
        return #ARGV
        """)]
    [InlineData("""
        -- ARGV[1] [|a|]: int
        -- ARGV[2] b: int
        return {unpack(ARGV, 2)}
        """)]
    [InlineData("""
        -- KEYS[1] [|a|]
        local KEYS = {}
        return KEYS[1]
        """)]
    public void Flags_what_the_body_never_reads(string script) => RuleAssert.Flags(Rule.UnusedDeclaration, script);

    [Theory]
    [InlineData("""
        -- KEYS[1] _a
        return 1
        """)]
    [InlineData("""
        -- KEYS[1] a
        return unpack(KEYS)
        """)]
    [InlineData("""
        -- KEYS[1] a
        for i, k in ipairs(KEYS) do redis.call('DEL', k) end
        """)]
    [InlineData("""
        -- KEYS[1] a
        local function all(t) return t[1] end
        return all(KEYS)
        """)]
    [InlineData("""
        -- KEYS[1] a
        local k = KEYS
        return k[1]
        """)]
    [InlineData("""
        -- KEYS[1] a
        return _G.KEYS[1]
        """)]
    [InlineData("""
        -- ARGV[1] a: int
        -- ARGV[2] b: int
        local t = { unpack(ARGV, 1, 2) }
        return t
        """)]
    [InlineData("""
        -- KEYS[1] a
        local n = #KEYS
        return KEYS[n]
        """)]
    public void Leaves_what_may_be_read_alone(string script) => RuleAssert.Quiet(Rule.UnusedDeclaration, script);

    [Fact]
    public void Says_how_to_keep_it() => RuleAssert.Message(
        Rule.UnusedDeclaration,
        """
        -- KEYS[1] stock
        return 1
        """,
        "KEYS[1] 'stock' is never read: remove the declaration, or begin its name with `_`");
}
