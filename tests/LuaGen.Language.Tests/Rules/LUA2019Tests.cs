using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2019Tests
{
    [Theory]
    [InlineData("""
        local a = KEYS[1]
        -- [|KEYS[1] stock|]
        return redis.call('GET', a)
        """)]
    [InlineData("""
        local a = KEYS[1]
        --[[
          [|ARGV[1] count: int|]
        ]]
        return redis.call('INCRBY', a, ARGV[1])
        """)]
    [InlineData("""
        return redis.call('GET', KEYS[1])
        -- [|RETURNS string?|]
        """)]
    public void Flags(string script) => RuleAssert.Flags(Rule.LateDeclaration, script);

    [Theory]
    [InlineData("""
        -- KEYS[1] stock
        -- RETURNS string?
        local a = KEYS[1]
        -- KEYS[1] stock
        -- RETURNS string?
        return redis.call('GET', a)
        """)]
    [InlineData("""
        local a = KEYS[1]
        -- KEYS[1] exists
        if redis.call('EXISTS', a) == 1 then return 1 end -- RETURNS long
        """)]
    [InlineData("""
        local a = KEYS[1]
        -- KEYS[1] is read first
        -- ARGV[1] count
        return redis.call('GET', a)
        """)]
    [InlineData("""
        local a = KEYS[1]
        -- KEYS[1] stock
        local function f() return a end
        return redis.call('GET', f())
        """)]
    public void Is_quiet(string script) => RuleAssert.Quiet(Rule.LateDeclaration, script);

    [Fact]
    public void Says_what_to_write() => RuleAssert.Message(
        Rule.LateDeclaration,
        """
        local a = KEYS[1]
        -- KEYS[1] stock
        return redis.call('GET', a)
        """,
        "`KEYS[1] stock` is not read, because it is not before the first statement: move it up to the header");
}
