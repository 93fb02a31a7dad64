using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA4014Tests
{
    [Theory]
    [InlineData("""
        return redis.call([|'JSON.GET'|], KEYS[1])
        """)]
    [InlineData("""
        -- @since 7.4
        return redis.call([|'TS.ADD'|], KEYS[1], '*', 1)
        """)]
    [InlineData("""
        -- @since valkey 9.1
        return redis.call([|'BF.ADD'|], KEYS[1], 'item')
        """)]
    [InlineData("""
        -- @since garnet
        return redis.call([|'VCARD'|], KEYS[1])
        """)]
    public void Flags_module_commands_where_a_server_needs_the_module(string script) => RuleAssert.Flags(Rule.ModuleCommand, script);

    [Theory]
    [InlineData("""
        -- @since 8.0
        return redis.call('JSON.GET', KEYS[1])
        """)]
    [InlineData("""
        -- @since 8.0
        return redis.call('FT.SEARCH', KEYS[1], '*', 'UNHEARD', 'OPTION')
        """)]
    [InlineData("""
        return redis.call('MY.OWN', KEYS[1])
        """)]
    [InlineData("""
        -- @since 8.0
        return redis.call('VCARD', KEYS[1])
        """)]
    [InlineData("""
        -- @since valkey 9.1
        return redis.call('GET', KEYS[1])
        """)]
    public void Leaves_what_the_servers_have_alone(string script) => RuleAssert.Quiet(Rule.ModuleCommand, script);

    [Fact]
    public void Says_which_Redis_or_module() => RuleAssert.Message(Rule.ModuleCommand, """
        return redis.call('JSON.GET', KEYS[1])
        """, "JSON.GET needs Redis 8.0 or the module RedisJSON, and the script must run on Redis 7.0: make sure that your servers have it");

    [Fact]
    public void Says_which_module_of_Valkey() => RuleAssert.Message(Rule.ModuleCommand, """
        -- @since valkey 8.1
        return redis.call('JSON.GET', KEYS[1])
        """, "JSON.GET needs the module valkey-json, and the script must run on Valkey 8.1: make sure that your servers have it");
}
