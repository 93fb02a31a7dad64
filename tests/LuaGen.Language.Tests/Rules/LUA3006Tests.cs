using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA3006Tests
{
    [Theory]
    [InlineData("return redis.call('GET', [|ARGV[1]|])")]
    [InlineData("""
        local key = ARGV[1]
        redis.call('INCR', [|key|])
        return redis.call('GET', key)
        """)]
    [InlineData("return redis.call('RENAME', [|ARGV[1]|], [|ARGV[2]|])")]
    [InlineData("for _, key in ipairs(ARGV) do redis.call('DEL', [|key|]) end")]
    [InlineData("return redis.call('DEL', [|unpack(ARGV)|])")]
    [InlineData("""
        local function get(key) return redis.call('GET', [|key|]) end
        return get(ARGV[1])
        """)]
    [InlineData("return redis.call('ZUNIONSTORE', KEYS[1], 2, KEYS[2], [|ARGV[1]|])")]
    [InlineData("return redis.call('XREAD', 'COUNT', 1, 'STREAMS', KEYS[1], [|ARGV[1]|], '0', ARGV[2])")]
    [InlineData("return redis.call('OBJECT', 'ENCODING', [|ARGV[1]|])")]
    [InlineData("return redis.call('SORT', KEYS[1], 'BY', ARGV[2], 'LIMIT', 0, ARGV[3], 'STORE', [|ARGV[1]|])")]
    [InlineData("return redis.call('MSET', KEYS[1], ARGV[1], [|ARGV[2]|], ARGV[3])")]
    public void Flags_an_element_of_ARGV_as_a_key_once(string script) => RuleAssert.Flags(Rule.KeyAsArgument, script);

    [Theory]
    [InlineData("return redis.call('SET', KEYS[1], ARGV[1])")]
    [InlineData("return redis.call('ZUNIONSTORE', KEYS[1], 1, KEYS[2], 'WEIGHTS', ARGV[1])")]
    [InlineData("return redis.call('XREAD', 'COUNT', ARGV[1], 'STREAMS', KEYS[1], ARGV[2])")]
    [InlineData("return redis.call('SORT', KEYS[1], 'BY', ARGV[1], 'GET', ARGV[2])")]
    [InlineData("return redis.call('PUBLISH', ARGV[1], 'm')")]
    [InlineData("return redis.call('SPUBLISH', ARGV[1], 'm')")]
    [InlineData("return redis.call('KEYS', ARGV[1])")]
    [InlineData("return redis.call('BLPOP', KEYS[1], ARGV[1])")]
    [InlineData("return redis.call('BLPOP', KEYS[1], unpack(ARGV))")]
    [InlineData("return redis.call('GET', KEYS[1] or ARGV[1])")]
    [InlineData("return redis.call(ARGV[2], ARGV[1])")]
    [InlineData("return redis.call('OBJECT', ARGV[2], ARGV[1])")]
    [InlineData("return redis.call('GET', 'user:' .. ARGV[1])")]
    [InlineData("""
        local key
        if #KEYS > 0 then key = KEYS[1] else key = ARGV[1] end
        return redis.call('GET', key)
        """)]
    [InlineData("return redis.call('MIGRATE', ARGV[1], ARGV[2], '', 0, 100, 'KEYS', KEYS[1])")]
    public void Leaves_other_arguments_alone(string script) => RuleAssert.Quiet(Rule.KeyAsArgument, script);

    [Theory]
    [InlineData("return redis.call('EXPIRE', ARGV[1], KEYS[1])", "swap it with `KEYS[1]`, or declare it as `-- KEYS[2] key` and write `KEYS[2]`")]
    [InlineData("local key = KEYS[1] return redis.call('HSET', ARGV[1], key, 1)", "swap it with `key`, or declare it as `-- KEYS[2] key` and write `KEYS[2]`")]
    public void Says_that_the_key_is_elsewhere_in_the_call(string script, string remedy) =>
        RuleAssert.Message(Rule.KeyAsArgument, script, "ARGV[1] is used as a key, but a cluster and a key prefix see only KEYS: " + remedy);

    [Fact]
    public void Says_which_line_declares_it() => RuleAssert.Message(
        Rule.KeyAsArgument,
        """
        -- KEYS[1] stock
        -- ARGV[1] log: string
        return { redis.call('GET', KEYS[1]), redis.call('GET', ARGV[1]) }
        """,
        "ARGV[1] is used as a key, but a cluster and a key prefix see only KEYS: declare it as `-- KEYS[2] logKey` and write `KEYS[2]`");

    [Fact]
    public void Says_how_to_declare_many() => RuleAssert.Message(
        Rule.KeyAsArgument,
        "for _, item in ipairs(ARGV) do redis.call('DEL', item) end",
        "ARGV[i] is used as a key, but a cluster and a key prefix see only KEYS: declare such keys as `-- KEYS[1...] item` and write `KEYS[i]`");
}
