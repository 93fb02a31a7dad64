using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5040Tests
{
    [Theory]
    [InlineData("""
        -- @since garnet
        return redis.call('SET', KEYS[1], '[|\.|]')
        """)]
    [InlineData("""
        -- @since garnet
        return redis.call('SET', KEYS[1], "a\n[|\.|]+")
        """)]
    [InlineData("""
        -- @since garnet
        local [|goto|] = 1
        return goto
        """)]
    [InlineData("""
        -- @since 7.0
        -- @since garnet
        local t = { [|goto|] = KEYS[1] }
        return t.goto
        """)]
    public void Flags_what_only_Lua_51_compiles(string script) => RuleAssert.Flags(Rule.NotLua54, script);

    [Theory]
    [InlineData("""
        return redis.call('SET', KEYS[1], '\.')
        """)]
    [InlineData("""
        -- @since garnet
        return redis.call('SET', KEYS[1], 'a\n\\d\'\065\z x')
        """)]
    [InlineData("""
        -- @since garnet
        -- goto
        return redis.call('SET', KEYS[1], 'goto') -- goto
        """)]
    [InlineData("""
        -- @since garnet
        return redis.call('SET', KEYS[1], [[\.]])
        """)]
    [InlineData("""
        -- @since garnet
        return redis.call('SET', KEYS[1], '\d')
        """)]
    [InlineData("""
        -- @since garnet
        local gotos = KEYS[1]
        return gotos
        """)]
    public void Leaves_what_both_compile_alone(string script) => RuleAssert.Quiet(Rule.NotLua54, script);

    [Fact]
    public void Says_what_a_pattern_needs() => RuleAssert.Message(Rule.NotLua54, """
        -- @since garnet
        return redis.call('SET', KEYS[1], '\.')
        """, "Garnet runs Lua 5.4, which does not compile the escape `\\.`: write `.`, or `%.` in a pattern");
}
