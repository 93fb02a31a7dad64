using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA4005Tests
{
    [Theory]
    [InlineData("return redis.call([|'SUBSCRIBE'|], KEYS[1])")]
    [InlineData("return redis.call([|'CONFIG'|], 'GET', 'maxmemory', KEYS[1])")]
    [InlineData("return redis.call([|'EVAL'|], 'return 1', 0, KEYS[1])")]
    [InlineData("return redis.call([|'BLPOP'|], KEYS[1], 1)")]
    [InlineData("""
        -- @since 7.0
        return redis.call([|'WAIT'|], 1, 100)
        """)]
    [InlineData("return redis.call('XREAD', [|'BLOCK'|], 100, 'STREAMS', KEYS[1], '$')")]
    public void Flags_commands_that_the_server_refuses(string script) => RuleAssert.Flags(Rule.NotForScripts, script);

    [Theory]
    [InlineData("""
        -- @since 7.2
        return redis.call('BLPOP', KEYS[1], 1)
        """)]
    [InlineData("""
        -- @since 7.2
        return redis.call('XREAD', 'BLOCK', 100, 'STREAMS', KEYS[1], '$')
        """)]
    [InlineData("""
        -- @since valkey
        return redis.call('BLPOP', KEYS[1], 1)
        """)]
    [InlineData("return redis.call('XREAD', 'COUNT', 100, 'STREAMS', 'BLOCK', '0')")]
    [InlineData("return redis.call('BLMPOP', 1, 1, KEYS[1], 'LEFT')")]
    [InlineData("return redis.call('PUBLISH', KEYS[1], 'SUBSCRIBE')")]
    [InlineData("return redis.call('CLUSTER', 'KEYSLOT', KEYS[1])")]
    [InlineData("""
        if redis.REDIS_VERSION_NUM >= 0x00070200 then
          redis.call('BLPOP', KEYS[1], 1)
        end
        return 1
        """)]
    public void Leaves_what_scripts_may_call_alone(string script) => RuleAssert.Quiet(Rule.NotForScripts, script);

    [Fact]
    public void Says_to_call_it_outside() => RuleAssert.Message(
        Rule.NotForScripts,
        "return redis.call('SUBSCRIBE', KEYS[1])",
        "Scripts cannot call SUBSCRIBE: call it from the client");

    [Fact]
    public void Says_what_does_not_wait() => RuleAssert.Message(
        Rule.NotForScripts,
        "return redis.call('BLPOP', KEYS[1], 1)",
        "Scripts cannot call BLPOP before Redis 7.2: write 'LPOP'");

    [Fact]
    public void Says_what_moves_without_waiting() => RuleAssert.Message(
        Rule.NotForScripts,
        "return redis.call('BRPOPLPUSH', KEYS[1], KEYS[2], 1)",
        "Scripts cannot call BRPOPLPUSH before Redis 7.2: write 'LMOVE'");

    [Fact]
    public void Names_the_version_of_Valkey() => RuleAssert.Message(
        Rule.NotForScripts,
        """
        -- @since valkey 7.2
        return redis.call('WAITAOF', 1, 1, 10)
        """,
        "Scripts cannot call WAITAOF before Valkey 8.0: call it from the client");
}
