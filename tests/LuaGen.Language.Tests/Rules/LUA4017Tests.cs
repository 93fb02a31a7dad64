using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA4017Tests
{
    [Theory]
    [InlineData("""
        -- @since dragonfly
        return redis.call([|'BLPOP'|], KEYS[1], 1)
        """)]
    [InlineData("""
        -- @since dragonfly
        return redis.call([|'DELIFEQ'|], KEYS[1], 'x')
        """)]
    [InlineData("""
        -- @since dragonfly
        return redis.call('GET', [|'stock'|])
        """)]
    [InlineData("""
        -- @since dragonfly
        return redis.call('GET', [|KEYS[1] .. ':log'|])
        """)]
    [InlineData("""
        -- @since dragonfly
        redis.call('DEL', KEYS[1])
        return [|redis.setresp|](3)
        """)]
    [InlineData("""
        -- @since dragonfly
        return [|os|].clock() + redis.call('DEL', KEYS[1])
        """)]
    [InlineData("""
        -- @since dragonfly
        return redis.call([|'FLUSHALL'|])
        """)]
    [InlineData("""
        -- @since dragonfly
        return redis.call('SET', KEYS[1], '[|\.|]')
        """)]
    public void Flags_what_Dragonfly_does_not_run(string script) => RuleAssert.Flags(Rule.DragonflyDiffers, script);

    [Theory]
    [InlineData("""
        --!df flags=allow-undeclared-keys
        -- @since dragonfly
        return redis.call('GET', 'stock')
        """)]
    [InlineData("""
        -- @since dragonfly
        return redis.call('XLEN', KEYS[1])
        """)]
    [InlineData("""
        -- @since dragonfly
        -- @readonly
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        return redis.call('GET', 'stock')
        """)]
    [InlineData("""
        -- @since dragonfly
        return redis.acall('DEL', KEYS[1])
        """)]
    public void Leaves_what_Dragonfly_runs_alone(string script) => RuleAssert.Quiet(Rule.DragonflyDiffers, script);

    [Fact]
    public void Says_what_does_not_wait() => RuleAssert.Message(Rule.DragonflyDiffers, """
        -- @since dragonfly
        return redis.call('BLPOP', KEYS[1], 1)
        """, "Dragonfly does not let scripts call BLPOP: write 'LPOP'");

    [Fact]
    public void Says_what_moves_without_waiting() => RuleAssert.Message(Rule.DragonflyDiffers, """
        -- @since dragonfly
        return redis.call('BRPOPLPUSH', KEYS[1], KEYS[2], 1)
        """, "Dragonfly does not let scripts call BRPOPLPUSH: write 'LMOVE'");

    [Fact]
    public void Says_how_to_allow_keys() => RuleAssert.Message(Rule.DragonflyDiffers, """
        -- @since dragonfly
        return redis.call('GET', 'stock')
        """, "Dragonfly refuses the key `'stock'`, which is not in KEYS: pass it in KEYS, or write `--!df flags=allow-undeclared-keys` as the first line");
}
