using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA4007Tests
{
    [Theory]
    [InlineData("return redis.call([|'HEXPIRE'|], KEYS[1], 10, 'FIELDS', 1, 'f')")]
    [InlineData("return redis.call('ZRANK', KEYS[1], 'm', [|'WITHSCORE'|])")]
    [InlineData("""
        -- @since 6.0
        return redis.call([|'GETDEL'|], KEYS[1])
        """)]
    [InlineData("""
        -- @since 6.2
        return redis.call('EXPIRE', KEYS[1], 10, [|'NX'|])
        """)]
    [InlineData("""
        -- @since 6.0
        return redis.call('SET', KEYS[1], 1, 'NX', [|'GET'|])
        """)]
    [InlineData("""
        -- @since 6.0
        return redis.call('LPOP', KEYS[1], [|ARGV[1]|])
        """)]
    [InlineData("return redis.call([|'VADD'|], KEYS[1])")]
    [InlineData("""
        -- @since valkey 8.1
        return redis.call([|'HEXPIRE'|], KEYS[1], 10, 'FIELDS', 1, 'f')
        """)]
    [InlineData("""
        -- @since 7.4
        -- @since valkey 8.1
        return redis.call([|'HEXPIRE'|], KEYS[1], 10, 'FIELDS', 1, 'f')
        """)]
    [InlineData("""
        -- @since valkey 8.0
        return redis.call('SET', KEYS[1], 1, [|'IFEQ'|], 0)
        """)]
    public void Flags_commands_and_options_that_the_oldest_server_lacks(string script) => RuleAssert.Flags(Rule.NewerCommand, script);

    [Theory]
    [InlineData("""
        -- @since 7.4
        return redis.call('HEXPIRE', KEYS[1], 10, 'FIELDS', 1, 'f')
        """)]
    [InlineData("""
        -- @since 7.2
        return redis.call('ZRANK', KEYS[1], 'm', 'WITHSCORE')
        """)]
    [InlineData("return redis.call('EXPIRE', KEYS[1], 10, 'NX')")]
    [InlineData("""
        -- @since 7.4
        -- @since valkey 9.0
        return redis.call('HEXPIRE', KEYS[1], 10, 'FIELDS', 1, 'f')
        """)]
    [InlineData("""
        -- @since valkey 8.1
        return redis.call('SET', KEYS[1], 1, 'IFEQ', 0)
        """)]
    [InlineData("""
        -- @since 6.2
        return redis.call('EXPIRE', KEYS[1], 10)
        """)]
    [InlineData("""
        -- @since 6.2
        return redis.call('EXPIRE', KEYS[1], 10, unpack(ARGV))
        """)]
    [InlineData("""
        -- @since 6.2
        return redis.call('GETDEL', KEYS[1])
        """)]
    [InlineData("""
        -- @since nonsense
        return redis.call('EXPIRE', KEYS[1], 10, 'NX')
        """)]
    [InlineData("""
        if redis.REDIS_VERSION_NUM >= 0x00070400 then
          redis.call('HEXPIRE', KEYS[1], 10, 'FIELDS', 1, 'f')
        end
        return 1
        """)]
    [InlineData("""
        -- @since valkey 8.1
        if redis.REDIS_VERSION_NUM >= 0x00080400 then
          return redis.call('DELEX', KEYS[1], 'IFEQ', ARGV[1])
        end
        return 0
        """)]
    [InlineData("""
        -- @since garnet
        -- @since valkey 8.1
        if redis.SERVER_NAME == 'valkey' and redis.VALKEY_VERSION_NUM >= 0x00090000 then
          return redis.call('DELIFEQ', KEYS[1], ARGV[1])
        end
        return 0
        """)]
    public void Leaves_what_the_oldest_server_has_alone(string script) => RuleAssert.Quiet(Rule.NewerCommand, script);

    [Fact]
    public void Says_what_to_declare() => RuleAssert.Message(
        Rule.NewerCommand,
        "return redis.call('HEXPIRE', KEYS[1], 10, 'FIELDS', 1, 'f')",
        "HEXPIRE needs Redis 7.4, but the script must run on Redis 7.0: declare `-- @since 7.4`, or avoid it");

    [Fact]
    public void Names_the_server_that_fails() => RuleAssert.Message(
        Rule.NewerCommand,
        """
        -- @since 7.4
        -- @since valkey 8.1
        return redis.call('HEXPIRE', KEYS[1], 10, 'FIELDS', 1, 'f')
        """,
        "HEXPIRE needs Valkey 9.0, but the script must run on Valkey 8.1: declare `-- @since valkey 9.0`, or avoid it");

    [Fact]
    public void Names_the_option() => RuleAssert.Message(
        Rule.NewerCommand,
        "return redis.call('ZRANK', KEYS[1], 'm', 'WITHSCORE')",
        "ZRANK … WITHSCORE needs Redis 7.2, but the script must run on Redis 7.0: declare `-- @since 7.2`, or avoid it");
}
