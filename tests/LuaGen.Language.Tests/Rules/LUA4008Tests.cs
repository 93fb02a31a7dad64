using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA4008Tests
{
    [Theory]
    [InlineData("return redis.call([|'GETSET'|], KEYS[1], 1)")]
    [InlineData("return redis.call([|'hmset'|], KEYS[1], 'f', 1)")]
    public void Flags_what_has_a_successor(string script) => RuleAssert.Flags(Rule.DeprecatedCommand, script);

    [Theory]
    [InlineData("return redis.call('SET', KEYS[1], 1, 'GET')")]
    [InlineData("""
        -- @since 6.0
        return redis.call('ZREVRANGE', KEYS[1], 0, -1)
        """)]
    public void Leaves_the_rest_alone(string script) => RuleAssert.Quiet(Rule.DeprecatedCommand, script);

    [Fact]
    public void Says_the_successor() => RuleAssert.Message(
        Rule.DeprecatedCommand,
        "return redis.call('GETSET', KEYS[1], 1)",
        "GETSET is deprecated since Redis 6.2: use SET with the GET argument");
}
