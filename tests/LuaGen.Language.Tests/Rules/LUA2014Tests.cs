using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2014Tests
{
    [Theory]
    [InlineData("""
        -- KEYS[1] a
        -- luagen: disable [|LUA3002|]
        return KEYS[1]
        """)]
    [InlineData("""
        -- KEYS[1] a
        return KEYS[1] -- luagen: disable-line [|LUA3001|]
        """)]
    public void Flags_what_nothing_needs(string script) => RuleAssert.Flags(Rule.UnusedSuppression, script);

    [Theory]
    [InlineData("""
        -- KEYS[1] a
        -- luagen: disable LUA3002
        return 1
        """)]
    [InlineData("""
        -- KEYS[1] _a
        -- luagen: disable LUA2010
        return 1
        """)]
    public void Leaves_what_is_needed_or_not_known_here_alone(string script) => RuleAssert.Quiet(Rule.UnusedSuppression, script);
}
