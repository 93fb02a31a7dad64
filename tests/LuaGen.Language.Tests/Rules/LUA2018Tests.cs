using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2018Tests
{
    [Theory]
    [InlineData("""
        -- [|@readOnly|]
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        -- [|@nmae|] Take
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        -- [|@since now|]
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        -- [|@since valky 8.1|]
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        -- [|@since valkey 7.0|]
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        -- [|@since garnet 1.0|]
        return redis.call('GET', KEYS[1])
        """)]
    public void Flags(string script) => RuleAssert.Flags(Rule.InvalidOption, script);

    [Theory]
    [InlineData("""
        -- @readonly
        -- @name Take
        -- @class Shop.Stock
        -- @since 7.2
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        -- @since 99.1
        -- @since valkey 8.1
        -- @since garnet
        -- @since dragonfly
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        -- @note none
        -- @see GET
        -- @author A. Uthor
        -- @return the value
        -- @param key a key
        return redis.call('GET', KEYS[1])
        """)]
    public void Is_quiet(string script) => RuleAssert.Quiet(Rule.InvalidOption, script);

    [Fact]
    public void Says_what_to_write() => RuleAssert.Message(
        Rule.InvalidOption,
        """
        -- @read-only
        return redis.call('GET', KEYS[1])
        """,
        "'@read-only' is not an option: write `@readonly`");
}
