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
        -- @since valkey 9.0
        return redis.call('GETSET', KEYS[1], 1)
        """)]
    [InlineData("""
        -- @since garnet
        return redis.call('GETSET', KEYS[1], 1)
        """)]
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

    [Fact]
    public void In_a_script_nothing_blocks() => RuleAssert.Message(
        Rule.DeprecatedCommand,
        """
        -- @since 7.2
        return redis.call('BRPOPLPUSH', KEYS[1], KEYS[2], 1)
        """,
        "BRPOPLPUSH is deprecated since Redis 6.2: use 'LMOVE'");
}
