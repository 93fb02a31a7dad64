using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA3001Tests
{
    [Theory]
    [InlineData("""
        -- KEYS[1] a
        return {KEYS[1], [|KEYS[2]|]}
        """)]
    [InlineData("""
        -- RETURNS long
        return [|ARGV[1]|]
        """)]
    [InlineData("""
        -- KEYS[1] a
        local k = KEYS
        return {k[1], [|k[7]|]}
        """)]
    [InlineData("""
        -- KEYS[1] a
        local i = 2
        return {KEYS[1], [|KEYS[i]|]}
        """)]
    [InlineData("""
        -- KEYS[1] a
        local function f() return [|KEYS[2]|] end
        return {f(), KEYS[1]}
        """)]
    public void Flags_an_index_that_no_declaration_has(string script) => RuleAssert.Flags(Rule.IndexBeyondDeclared, script);

    [Theory]
    [InlineData("""
        -- KEYS[1] a
        -- KEYS[2] b
        return {KEYS[1], KEYS[2]}
        """)]
    [InlineData("""
        -- KEYS[1] a
        local KEYS = {1, 2}
        return KEYS[2]
        """)]
    [InlineData("""
        -- KEYS[1] a
        local k = KEYS
        k = {1, 2}
        return k[2]
        """)]
    [InlineData("""
        -- KEYS[1] a
        for i = 1, 9 do redis.call('DEL', KEYS[i]) end
        """)]
    [InlineData("""
        -- keys = {lock}
        -- argv = {ttl}
        -- RETURNS long
        return redis.call('EXPIRE', KEYS[1], ARGV[1])
        """)]
    [InlineData("""
        -- KEYS:
        --   1. lock
        -- RETURNS long
        return redis.call('DEL', KEYS[1])
        """)]
    [InlineData("""
        -- KEYS[1] a
        local t = {}
        return {KEYS[1], t[2]}
        """)]
    public void Leaves_other_tables_and_unknown_indexes_alone(string script) => RuleAssert.Quiet(Rule.IndexBeyondDeclared, script);

    [Fact]
    public void Says_what_is_declared() => RuleAssert.Message(
        Rule.IndexBeyondDeclared,
        """
        -- KEYS[1] a
        return {KEYS[1], KEYS[2]}
        """,
        "KEYS[2] is always nil, because the header declares only one: declare `-- KEYS[2] name` or correct the index");
}
