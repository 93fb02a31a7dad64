using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA4012Tests
{
    [Theory]
    [InlineData("""
        [|#!lua flags=no-writes|]
        -- @since 6.2
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        -- [|@readonly|]
        -- @since 6.2
        return redis.call('GET', KEYS[1])
        """)]
    public void Flags_forms_that_came_with_7_0(string script) => RuleAssert.Flags(Rule.NewerScriptForm, script);

    [Theory]
    [InlineData("""
        #!lua flags=no-writes
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        -- @readonly
        -- @since 7.0
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        -- @since 6.2
        return redis.call('GET', KEYS[1])
        """)]
    public void Leaves_newer_servers_alone(string script) => RuleAssert.Quiet(Rule.NewerScriptForm, script);

    [Fact]
    public void Says_what_to_declare() => RuleAssert.Message(
        Rule.NewerScriptForm,
        """
        -- @readonly
        -- @since 6.2
        return redis.call('GET', KEYS[1])
        """,
        "'@readonly' needs Redis 7.0, but the script must run on Redis 6.2: remove it, or declare `-- @since 7.0`");
}
