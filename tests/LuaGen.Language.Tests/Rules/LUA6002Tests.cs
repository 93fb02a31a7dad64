using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA6002Tests
{
    [Theory]
    [InlineData("""
        redis.call('INCR', [|KEYS[1] .. ':log'|])
        return redis.call('INCR', KEYS[1] .. ':writes')
        """)]
    [InlineData("return redis.call('INCR', [|'{' .. KEYS[1] .. '}:log'|])")]
    [InlineData("""
        local key = KEYS[1] .. ARGV[1]
        return redis.call('GET', [|key|])
        """)]
    [InlineData("return redis.call('GET', [|string.format('%s:%s', KEYS[1], ARGV[1])|])")]
    [InlineData("for _, id in ipairs(ARGV) do redis.call('DEL', [|KEYS[1] .. id|]) end")]
    public void Flags_the_first_key_built_on_a_declared_one(string script) => RuleAssert.Flags(Rule.DerivedKey, script);

    [Theory]
    [InlineData("return redis.call('INCR', KEYS[1])")]
    [InlineData("return redis.call('SET', KEYS[1], KEYS[1] .. ':log')")]
    [InlineData("return redis.call('INCR', 'a' .. ARGV[1])")]
    [InlineData("""
        local key = KEYS[1]
        if ARGV[1] then key = key .. ':log' end
        return redis.call('INCR', key)
        """)]
    [InlineData("""
        #!lua flags=no-cluster
        return redis.call('GET', KEYS[1] .. 'a')
        """)]
    [InlineData("""
        #!lua flags=no-writes,allow-cross-slot-keys
        return redis.call('GET', KEYS[1] .. 'a')
        """)]
    public void Leaves_other_keys_alone(string script) => RuleAssert.Quiet(Rule.DerivedKey, script);

    [Fact]
    public void Says_which_line_declares_it() => RuleAssert.Message(
        Rule.DerivedKey,
        """
        -- KEYS[1] order
        redis.call('INCR', KEYS[1] .. ':writes')
        return redis.call('INCR', KEYS[1] .. ':log')
        """,
        "The key `KEYS[1] .. ':writes'` is derived from a declared key and not in KEYS (also line 3), so in a cluster both are on one node only if their hash tags match: declare it as `-- KEYS[2] writes` and write `KEYS[2]`, or set LuaGenCluster=false if the script never runs in a cluster");
}
