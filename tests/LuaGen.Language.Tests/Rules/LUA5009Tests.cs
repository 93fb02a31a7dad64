using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5009Tests
{
    [Theory]
    [InlineData("return [|server|].call('GET', KEYS[1])")]
    [InlineData("""
        local r = [|server|]
        return r.call('GET', KEYS[1])
        """)]
    public void Flags_the_name_that_Redis_lacks(string script) => RuleAssert.Flags(Rule.ValkeyName, script);

    [Theory]
    [InlineData("return redis.call('GET', KEYS[1])")]
    [InlineData("""
        -- @since valkey 8.0
        return server.call('GET', KEYS[1])
        """)]
    [InlineData("""
        local r = rawget(_G, 'server') or redis
        return r.call('GET', KEYS[1])
        """)]
    [InlineData("""
        local server = redis
        return server.call('GET', KEYS[1])
        """)]
    [InlineData("if rawget(_G, 'server') then return server.call('GET', KEYS[1]) end")]
    public void Leaves_what_runs_on_both_alone(string script) => RuleAssert.Quiet(Rule.ValkeyName, script);

    [Fact]
    public void Says_what_both_have() => RuleAssert.Message(
        Rule.ValkeyName,
        "return server.call('GET', KEYS[1])",
        "Only Valkey has the global 'server': write `redis`, which Valkey has too");
}
