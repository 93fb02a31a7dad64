using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA4016Tests
{
    [Theory]
    [InlineData("""
        -- @since garnet
        return redis.call([|'XLEN'|], KEYS[1])
        """)]
    [InlineData("""
        -- @since valkey 9.1
        return redis.call([|'DELEX'|], KEYS[1])
        """)]
    [InlineData("""
        -- @since valkey 9.1
        return redis.call('SET', KEYS[1], 'new', [|'IFNE'|], 'old')
        """)]
    [InlineData("""
        return redis.call([|'DELIFEQ'|], KEYS[1], 'owner')
        """)]
    [InlineData("""
        return redis.call('ZSCAN', KEYS[1], '0', [|'NOSCORES'|])
        """)]
    [InlineData("""
        -- @since 7.0
        -- @since garnet
        return redis.call([|'XLEN'|], KEYS[1])
        """)]
    [InlineData("""
        -- @since garnet
        -- [|@readonly|]
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        return redis.call([|'SETIFMATCH'|], KEYS[1], 'value', '1')
        """)]
    public void Flags_what_a_server_never_has(string script) => RuleAssert.Flags(Rule.MissingOnServer, script);

    [Theory]
    [InlineData("""
        return redis.call('XLEN', KEYS[1])
        """)]
    [InlineData("""
        -- @since valkey 9.0
        return redis.call('DELIFEQ', KEYS[1], 'owner')
        """)]
    [InlineData("""
        -- @since garnet
        return redis.call('SETIFMATCH', KEYS[1], 'value', '1')
        """)]
    [InlineData("""
        -- @since dragonfly
        return redis.call('XLEN', KEYS[1])
        """)]
    [InlineData("""
        -- @since 8.4
        -- @since valkey 8.1
        return redis.call('SET', KEYS[1], 'new', 'IFEQ', 'old')
        """)]
    [InlineData("""
        if redis.SERVER_NAME == 'valkey' and redis.VALKEY_VERSION_NUM >= 0x00090000 then return 1 end
        return redis.call('GET', KEYS[1])
        """)]
    public void Leaves_what_the_servers_have_alone(string script) => RuleAssert.Quiet(Rule.MissingOnServer, script);

    [Fact]
    public void Names_Garnet() => RuleAssert.Message(Rule.MissingOnServer, """
        -- @since garnet
        return redis.call('XLEN', KEYS[1])
        """, "Garnet does not have XLEN: avoid it, or leave `garnet` out of the servers");

    [Fact]
    public void Names_Valkey() => RuleAssert.Message(Rule.MissingOnServer, """
        -- @since valkey 9.1
        return redis.call('DELEX', KEYS[1])
        """, "Valkey does not have DELEX: avoid it, or leave `valkey` out of the servers");

    [Fact]
    public void Names_the_version_of_Valkey_that_has_it() => RuleAssert.Message(Rule.MissingOnServer, """
        return redis.call('DELIFEQ', KEYS[1], 'owner')
        """, "Redis does not have DELIFEQ: avoid it, or declare `-- @since valkey 9.0` if the script runs on Valkey alone");

    [Fact]
    public void Names_the_option() => RuleAssert.Message(Rule.MissingOnServer, """
        -- @since valkey 9.1
        return redis.call('SET', KEYS[1], 'new', 'IFNE', 'old')
        """, "Valkey does not have SET … IFNE ifne-value: avoid it, or leave `valkey` out of the servers");
}
