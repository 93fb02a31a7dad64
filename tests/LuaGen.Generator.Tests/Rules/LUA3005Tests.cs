using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA3005Tests
{
    [Theory]
    [InlineData("-- KEYS[1] stock\n-- KEYS[2] pending\nlocal [|pending|] = KEYS[1]\nlocal [|stock|] = KEYS[2]\nreturn redis.call('MGET', stock, pending)")]
    [InlineData("-- KEYS[1] stock\n-- KEYS[2] pending\nlocal [|pending|], [|stock|] = KEYS[1], KEYS[2]\nreturn redis.call('MGET', stock, pending)")]
    [InlineData("-- ARGV[1] limit: int\n-- ARGV[2] window_size: int\nlocal [|windowSize|] = tonumber(ARGV[1])\nreturn { windowSize, ARGV[2] }")]
    [InlineData("-- ARGV[1] limit: int = 5\n-- ARGV[2] window: int = 5\nlocal [|WINDOW|] = ARGV[1] or 5\nreturn { WINDOW, ARGV[2] }")]
    [InlineData("-- KEYS[1] a\n-- KEYS[2] b\nlocal keys = KEYS\nlocal [|b|] = (keys[1])\nreturn redis.call('MGET', b, keys[2])")]
    public void Flags_a_local_with_the_name_of_another(string script) => RuleAssert.Flags(Rule.LocalNamedOtherwise, script);

    [Theory]
    [InlineData("-- KEYS[1] stock\n-- KEYS[2] pending\nlocal stock, pending = KEYS[1], KEYS[2]\nreturn redis.call('MGET', stock, pending)")]
    [InlineData("-- KEYS[1] stock\n-- KEYS[2] pending\nlocal remaining, other = KEYS[1], KEYS[2]\nreturn redis.call('MGET', remaining, other)")]
    [InlineData("-- KEYS[1] stock\n-- ARGV[1] pending: string\nlocal pending = KEYS[1]\nreturn redis.call('SET', pending, ARGV[1])")]
    [InlineData("-- ARGV[1] most: int\n-- ARGV[2] limit: int\nlocal limit = ARGV[1] or ARGV[2]\nreturn { limit, ARGV[2] }")]
    [InlineData("-- ARGV[1] most: int\n-- ARGV[2] limit: int\nlocal limit = ARGV[1] * ARGV[2]\nreturn limit")]
    [InlineData("-- KEYS[1] - the stock\n-- KEYS[2] - the pending\nlocal pending, stock = KEYS[1], KEYS[2]\nreturn redis.call('MGET', stock, pending)")]
    [InlineData("local pending, stock = KEYS[1], KEYS[2]\nreturn redis.call('MGET', stock, pending)")]
    public void Leaves_names_alone_that_contradict_nothing(string script) => RuleAssert.Quiet(Rule.LocalNamedOtherwise, script);

    [Fact]
    public Task Says_which_index_it_is() => RuleAssert.MessageAsync(
        Rule.LocalNamedOtherwise,
        "-- KEYS[1] stock\n-- KEYS[2] pending\nlocal pending = KEYS[1]\nreturn redis.call('MGET', pending, KEYS[2])",
        "KEYS[1] is declared as 'stock', and 'pending' is KEYS[2]: write `local pending = KEYS[2]`, or swap the names in the header");
}
