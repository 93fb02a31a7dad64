using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2013Tests
{
    [Theory]
    [InlineData("""
        -- KEYS[1] _a
        -- luagen: [|disable-next|] LUA3002
        return 1
        """)]
    [InlineData("""
        -- KEYS[1] _a
        [|-- luagen: disable|]
        return 1
        """)]
    [InlineData("""
        -- KEYS[1] _a
        -- luagen: disable [|LUA9999|], [|3002|]
        return 1
        """)]
    [InlineData("""
        -- KEYS[1] _a
        -- luagen: disable [|LUA1001|]
        return 1
        """)]
    public void Flags_what_switches_nothing_off(string script) => RuleAssert.Flags(Rule.UnknownSuppression, script);

    [Theory]
    [InlineData("""
        -- KEYS[1] a
        -- luagen: disable LUA3002, LUA3001
        return ARGV[1]
        """)]
    [InlineData("""
        -- KEYS[1] _a
        -- see luagen: disable things
        return 1
        """)]
    public void Leaves_what_works_and_what_is_prose_alone(string script) => RuleAssert.Quiet(Rule.UnknownSuppression, script);

    [Theory]
    [InlineData("""
        -- luagen: disable LUA3001
        -- RETURNS value
        return KEYS[1]
        """)]
    [InlineData("""
        -- RETURNS value
        return KEYS[1] -- luagen: disable-line LUA3001
        """)]
    [InlineData("""
        -- RETURNS value
        --luagen:disable-next-line LUA3001
        return KEYS[1]
        """)]
    public void A_suppression_holds_where_it_says(string script)
    {
        RuleAssert.Quiet(Rule.IndexBeyondDeclared, script);
        RuleAssert.Quiet(Rule.UnusedSuppression, script);
    }

    [Theory]
    [InlineData("""
        -- RETURNS value
        local a = [|KEYS[2]|] -- luagen: disable-next-line LUA3001
        return KEYS[1]
        """)]
    [InlineData("""
        -- RETURNS value
        -- luagen: disable-line LUA3001
        return [|KEYS[1]|]
        """)]
    [InlineData("""
        -- luagen: disable LUA3002
        -- RETURNS value
        return [|KEYS[1]|]
        """)]
    public void And_nowhere_else(string script) => RuleAssert.Flags(Rule.IndexBeyondDeclared, script);

    [Fact]
    public void Says_why() => RuleAssert.Message(
        Rule.UnknownSuppression,
        """
        -- RETURNS long
        -- luagen: disable LUA9999
        return 1
        """,
        "This comment suppresses nothing: 'LUA9999' is not a rule; correct its id");
}
