using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA2013Tests
{
    [Theory]
    [InlineData("-- KEYS[1] _a\n-- luagen: [|disable-next|] LUA3002\nreturn 1")]
    [InlineData("-- KEYS[1] _a\n[|-- luagen: disable|]\nreturn 1")]
    [InlineData("-- KEYS[1] _a\n-- luagen: disable [|LUA9999|], [|3002|]\nreturn 1")]
    [InlineData("-- KEYS[1] _a\n-- luagen: disable [|LUA1001|]\nreturn 1")]
    public void Flags_what_switches_nothing_off(string script) => RuleAssert.Flags(Rule.UnknownSuppression, script);

    [Theory]
    [InlineData("-- KEYS[1] a\n-- luagen: disable LUA3002, LUA3001\nreturn ARGV[1]")]
    [InlineData("-- KEYS[1] _a\n-- see luagen: disable things\nreturn 1")]
    public void Leaves_what_works_and_what_is_prose_alone(string script) => RuleAssert.Quiet(Rule.UnknownSuppression, script);

    [Theory]
    [InlineData("-- luagen: disable LUA3001\n-- RETURNS value\nreturn KEYS[1]")]
    [InlineData("-- RETURNS value\nreturn KEYS[1] -- luagen: disable-line LUA3001")]
    [InlineData("-- RETURNS value\n--luagen:disable-next-line LUA3001\nreturn KEYS[1]")]
    public void A_suppression_holds_where_it_says(string script)
    {
        RuleAssert.Quiet(Rule.IndexBeyondDeclared, script);
        RuleAssert.Quiet(Rule.UnusedSuppression, script);
    }

    [Theory]
    [InlineData("-- RETURNS value\nlocal a = [|KEYS[2]|] -- luagen: disable-next-line LUA3001\nreturn KEYS[1]")]
    [InlineData("-- RETURNS value\n-- luagen: disable-line LUA3001\nreturn [|KEYS[1]|]")]
    [InlineData("-- luagen: disable LUA3002\n-- RETURNS value\nreturn [|KEYS[1]|]")]
    public void And_nowhere_else(string script) => RuleAssert.Flags(Rule.IndexBeyondDeclared, script);

    [Fact]
    public Task Says_why() => RuleAssert.MessageAsync(
        Rule.UnknownSuppression,
        "-- RETURNS long\n-- luagen: disable LUA9999\nreturn 1",
        "This comment suppresses nothing: 'LUA9999' is not a rule; correct its id");
}
