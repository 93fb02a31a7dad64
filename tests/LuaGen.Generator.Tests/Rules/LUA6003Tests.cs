using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA6003Tests
{
    [Theory]
    [InlineData("redis.call('INCR', 'a')\nreturn redis.call('INCR', [|'b'|])")]
    [InlineData("return redis.call('MGET', 'a', [|'b'|])")]
    [InlineData("redis.call('INCR', '{x}:a')\nredis.call('INCR', '{x}:b')\nreturn redis.call('INCR', [|'{y}:a'|])")]
    [InlineData("local a = redis.call('GET', 'a')\nif a then redis.call('INCR', [|'b'|]) end")]
    [InlineData("redis.call('INCR', 'a')\nlocal function log() redis.call('INCR', [|'b'|]) end\nlog()")]
    [InlineData("for i = 1, 3 do\n  redis.call('INCR', 'a')\n  redis.call('INCR', [|'b'|])\nend")]
    [InlineData("local prefix = 'app:'\nredis.call('INCR', prefix .. 'a')\nreturn redis.call('INCR', [|prefix .. 'b'|])")]
    public void Flags_two_constant_keys_of_one_run(string script) => RuleAssert.Flags(Rule.KeysOfDifferentSlots, script);

    [Theory]
    [InlineData("redis.call('INCR', '{x}:a')\nreturn redis.call('INCR', '{x}:b')")]
    [InlineData("redis.call('INCR', 'x')\nreturn redis.call('INCR', '{x}:b')")]
    [InlineData("if ARGV[1] == 'a' then return redis.call('GET', 'a') else return redis.call('GET', 'b') end")]
    [InlineData("if ARGV[1] == 'a' then return redis.call('GET', 'a') end\nreturn redis.call('GET', 'b')")]
    [InlineData("local function a() return redis.call('GET', 'a') end\nlocal function b() return redis.call('GET', 'b') end\nif ARGV[1] then return a() end\nreturn b()")]
    [InlineData("local a = ARGV[1] and redis.call('GET', 'a')\nreturn redis.call('GET', 'b'), a")]
    [InlineData("redis.call('INCR', KEYS[1])\nreturn redis.call('INCR', 'b')")]
    [InlineData("redis.call('INCR', 'ä')\nreturn redis.call('INCR', 'ö')")]
    [InlineData("#!lua flags=no-cluster\nredis.call('INCR', 'a')\nreturn redis.call('INCR', 'b')")]
    [InlineData("#!lua flags=allow-cross-slot-keys\nredis.call('INCR', 'a')\nreturn redis.call('INCR', 'b')")]
    public void Leaves_keys_alone_that_are_together_or_of_different_runs(string script) => RuleAssert.Quiet(Rule.KeysOfDifferentSlots, script);

    [Fact]
    public Task Says_what_puts_them_together() => RuleAssert.MessageAsync(
        Rule.KeysOfDifferentSlots,
        "redis.call('INCR', 'calls')\nreturn redis.call('INCR', 'writes')",
        "`'writes'` is in slot 158 and `'calls'` (line 1) is in slot 14033, so in a cluster they may be on different nodes: declare them and give them one hash tag, as in `'{tag}:writes'` and `'{tag}:calls'`, or set LuaGenCluster=false if the script never runs in a cluster");
}
