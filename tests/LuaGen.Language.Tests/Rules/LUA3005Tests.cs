using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA3005Tests
{
    [Theory]
    [InlineData("""
        -- KEYS[1] stock
        -- KEYS[2] pending
        local [|pending|] = KEYS[1]
        local [|stock|] = KEYS[2]
        return redis.call('MGET', stock, pending)
        """)]
    [InlineData("""
        -- KEYS[1] stock
        -- KEYS[2] pending
        local [|pending|], [|stock|] = KEYS[1], KEYS[2]
        return redis.call('MGET', stock, pending)
        """)]
    [InlineData("""
        -- ARGV[1] limit: int
        -- ARGV[2] window_size: int
        local [|windowSize|] = tonumber(ARGV[1])
        return { windowSize, ARGV[2] }
        """)]
    [InlineData("""
        -- ARGV[1] limit: int = 5
        -- ARGV[2] window: int = 5
        local [|WINDOW|] = ARGV[1] or 5
        return { WINDOW, ARGV[2] }
        """)]
    [InlineData("""
        -- KEYS[1] a
        -- KEYS[2] b
        local keys = KEYS
        local [|b|] = (keys[1])
        return redis.call('MGET', b, keys[2])
        """)]
    public void Flags_a_local_with_the_name_of_another(string script) => RuleAssert.Flags(Rule.LocalNamedOtherwise, script);

    [Theory]
    [InlineData("""
        -- KEYS[1] stock
        -- KEYS[2] pending
        local stock, pending = KEYS[1], KEYS[2]
        return redis.call('MGET', stock, pending)
        """)]
    [InlineData("""
        -- KEYS[1] stock
        -- KEYS[2] pending
        local remaining, other = KEYS[1], KEYS[2]
        return redis.call('MGET', remaining, other)
        """)]
    [InlineData("""
        -- KEYS[1] stock
        -- ARGV[1] pending: string
        local pending = KEYS[1]
        return redis.call('SET', pending, ARGV[1])
        """)]
    [InlineData("""
        -- ARGV[1] most: int
        -- ARGV[2] limit: int
        local limit = ARGV[1] or ARGV[2]
        return { limit, ARGV[2] }
        """)]
    [InlineData("""
        -- ARGV[1] most: int
        -- ARGV[2] limit: int
        local limit = ARGV[1] * ARGV[2]
        return limit
        """)]
    [InlineData("""
        -- KEYS[1] - the stock
        -- KEYS[2] - the pending
        local pending, stock = KEYS[1], KEYS[2]
        return redis.call('MGET', stock, pending)
        """)]
    [InlineData("""
        local pending, stock = KEYS[1], KEYS[2]
        return redis.call('MGET', stock, pending)
        """)]
    public void Leaves_names_alone_that_contradict_nothing(string script) => RuleAssert.Quiet(Rule.LocalNamedOtherwise, script);

    [Fact]
    public void Says_which_index_it_is() => RuleAssert.Message(
        Rule.LocalNamedOtherwise,
        """
        -- KEYS[1] stock
        -- KEYS[2] pending
        local pending = KEYS[1]
        return redis.call('MGET', pending, KEYS[2])
        """,
        "KEYS[1] is declared as 'stock', and 'pending' is KEYS[2]: write `local pending = KEYS[2]`, or swap the names in the header");
}
