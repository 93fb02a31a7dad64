using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA6003Tests
{
    [Theory]
    [InlineData("""
        redis.call('INCR', 'a')
        return redis.call('INCR', [|'b'|])
        """)]
    [InlineData("return redis.call('MGET', 'a', [|'b'|])")]
    [InlineData("""
        redis.call('INCR', '{x}:a')
        redis.call('INCR', '{x}:b')
        return redis.call('INCR', [|'{y}:a'|])
        """)]
    [InlineData("""
        local a = redis.call('GET', 'a')
        if a then redis.call('INCR', [|'b'|]) end
        """)]
    [InlineData("""
        redis.call('INCR', 'a')
        local function log() redis.call('INCR', [|'b'|]) end
        log()
        """)]
    [InlineData("""
        for i = 1, 3 do
          redis.call('INCR', 'a')
          redis.call('INCR', [|'b'|])
        end
        """)]
    [InlineData("""
        local prefix = 'app:'
        redis.call('INCR', prefix .. 'a')
        return redis.call('INCR', [|prefix .. 'b'|])
        """)]
    public void Flags_two_constant_keys_of_one_run(string script) => RuleAssert.Flags(Rule.KeysOfDifferentSlots, script);

    [Theory]
    [InlineData("""
        redis.call('INCR', '{x}:a')
        return redis.call('INCR', '{x}:b')
        """)]
    [InlineData("""
        redis.call('INCR', 'x')
        return redis.call('INCR', '{x}:b')
        """)]
    [InlineData("if ARGV[1] == 'a' then return redis.call('GET', 'a') else return redis.call('GET', 'b') end")]
    [InlineData("""
        if ARGV[1] == 'a' then return redis.call('GET', 'a') end
        return redis.call('GET', 'b')
        """)]
    [InlineData("""
        local function a() return redis.call('GET', 'a') end
        local function b() return redis.call('GET', 'b') end
        if ARGV[1] then return a() end
        return b()
        """)]
    [InlineData("""
        local a = ARGV[1] and redis.call('GET', 'a')
        return redis.call('GET', 'b'), a
        """)]
    [InlineData("""
        redis.call('INCR', KEYS[1])
        return redis.call('INCR', 'b')
        """)]
    [InlineData("""
        redis.call('INCR', 'ä')
        return redis.call('INCR', 'ö')
        """)]
    [InlineData("""
        #!lua flags=no-cluster
        redis.call('INCR', 'a')
        return redis.call('INCR', 'b')
        """)]
    [InlineData("""
        #!lua flags=allow-cross-slot-keys
        redis.call('INCR', 'a')
        return redis.call('INCR', 'b')
        """)]
    public void Leaves_keys_alone_that_are_together_or_of_different_runs(string script) => RuleAssert.Quiet(Rule.KeysOfDifferentSlots, script);

    [Fact]
    public void Says_what_puts_them_together() => RuleAssert.Message(
        Rule.KeysOfDifferentSlots,
        """
        redis.call('INCR', 'calls')
        return redis.call('INCR', 'writes')
        """,
        "`'writes'` is in slot 158 and `'calls'` (line 1) is in slot 14033, so in a cluster they may be on different nodes: declare them and give them one hash tag, as in `'{tag}:writes'` and `'{tag}:calls'`, or set LuaGenCluster=false if the script never runs in a cluster");
}
