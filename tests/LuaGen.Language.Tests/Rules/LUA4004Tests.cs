using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA4004Tests
{
    [Theory]
    [InlineData("return redis.call('SET', KEYS[1], 'v', [|'EXX'|], 10)")]
    [InlineData("return redis.call('SET', KEYS[1], 'v', 'NX', [|'XX'|])")]
    [InlineData("return redis.call('SET', KEYS[1], ARGV[1], 'EX', [|0.5|])")]
    [InlineData("return redis.call('SET', KEYS[1], ARGV[1], [|'EX'|])")]
    [InlineData("return redis.call('ZADD', KEYS[1], 'NX', [|'XX'|], 1, 'm')")]
    [InlineData("return redis.call('ZADD', KEYS[1], 'GT', [|'NX'|], 1, 'm')")]
    [InlineData("return redis.call('ZADD', KEYS[1], 'INCR', 1, 'm', [|2|], 'n')")]
    [InlineData("return redis.call('ZADD', KEYS[1], ARGV[1], 'm', [|'NX'|])")]
    [InlineData("return redis.call('HSET', KEYS[1], 'f', 'v', [|'g'|])")]
    [InlineData("return redis.call('EXPIRE', KEYS[1], [|'1h'|])")]
    [InlineData("""
        local ttl = 1.5
        return redis.call('EXPIRE', KEYS[1], [|ttl|])
        """)]
    [InlineData("return redis.call('EXPIRE', KEYS[1], 10, 'GT', [|'LT'|])")]
    [InlineData("return redis.call('SCAN', 0, [|'MATCHES'|], '*')")]
    [InlineData("return redis.call('ZRANGE', KEYS[1], 0, -1, [|'WITHSCORE'|])")]
    [InlineData("return redis.call('ZUNIONSTORE', KEYS[1], 2, KEYS[2], KEYS[3], [|'WEIGHT'|], 1, 2)")]
    [InlineData("return redis.call('LPUSH', KEYS[1], redis.call('SPOP', KEYS[2], [|'two'|]))")]
    [InlineData("return redis.call('SET', KEYS[1], 'v', [|'EXX'|], unpack(ARGV))")]
    [InlineData("return redis.call('LMPOP', [|0|], KEYS[1], 'LEFT')")]
    [InlineData("return redis.call('BLMPOP', 1, [|'0'|], KEYS[1], 'LEFT')")]
    [InlineData("return redis.call('ZMPOP', [|-1|], KEYS[1], 'MIN')")]
    [InlineData("return redis.call('BZMPOP', 1, [|'-0'|], KEYS[1], 'MIN')")]
    [InlineData("return redis.call('SINTERCARD', [|'0'|], unpack(KEYS))")]
    [InlineData("return redis.call('ZINTERCARD', [|'-9223372036854775808'|], KEYS[1])")]
    [InlineData("return redis.call('ZUNION', [|'0x10'|], KEYS[1])")]
    [InlineData("return redis.call('ZINTER', [|' 1'|], KEYS[1])")]
    [InlineData("return redis.call('ZDIFF', [|'9223372036854775808'|], KEYS[1])")]
    [InlineData("return redis.call('ZUNION', [|'1e300'|], KEYS[1])")]
    [InlineData("local none = '0'\nif ARGV[1] then none = '0' end\nreturn redis.call('ZUNIONSTORE', KEYS[1], [|none|], KEYS[2])")]
    [InlineData("return redis.call('ZINTERSTORE', KEYS[1], [|0|], KEYS[2], 'WEIGHTS', 1)")]
    [InlineData("return redis.call('ZDIFFSTORE', KEYS[1], [|0|], KEYS[2])")]
    [InlineData("return redis.call('ZDIFFSTORE', KEYS[1], 9223372036854775, [|KEYS[2]|])")]
    [InlineData("return redis.call('LMPOP', '9223372036854775807', KEYS[1], [|'LEFT'|])")]
    [InlineData("-- @since 7.4\nreturn redis.call('HEXPIRE', KEYS[1], 10, 'FIELDS', [|0|], 'f')")]
    [InlineData("-- @since 7.4\nreturn redis.call('HPTTL', KEYS[1], 'FIELDS', [|-1|], ARGV[1])")]
    [InlineData("-- @since 8.0\nreturn redis.call('HSETEX', KEYS[1], 'FNX', 'FIELDS', [|0|], 'f', 'v')")]
    public void Flags_what_no_reading_takes(string script) => RuleAssert.Flags(Rule.UnfitArgument, script);

    [Theory]
    [InlineData("return redis.call('SET', KEYS[1], 'v', 'ex', 10, 'nx', 'GET')")]
    [InlineData("return redis.call('SET', KEYS[1], 'v', ARGV[1], 10)")]
    [InlineData("return redis.call('SET', KEYS[1], 'v', ARGV[1], ARGV[2], 'XX')")]
    [InlineData("return redis.call('SET', KEYS[1], 'v', unpack(ARGV))")]
    [InlineData("return redis.call('SET', 'EX', 'NX')")]
    [InlineData("return redis.call('ZADD', KEYS[1], 'XX', 'GT', 'CH', 1, 'm', '-inf', 'NX')")]
    [InlineData("return redis.call('ZADD', KEYS[1], 'GT', 'XX', ARGV[1], 'm')")]
    [InlineData("return redis.call('ZADD', KEYS[1], math.huge, 'INCR', '1', 1, '1', ARGV[1])")]
    [InlineData("return redis.call('ZADD', KEYS[1], ARGV[1], 'INCR', 1, 'm')")]
    [InlineData("return redis.call('XDEL', KEYS[1], 1, '1\\000')")]
    [InlineData("return redis.call('EXPIRE', KEYS[1], 10, 'XX', 'GT')")]
    [InlineData("return redis.call('EXPIRE', KEYS[1], math.floor(1.5))")]
    [InlineData("return redis.call('HSET', KEYS[1], unpack(ARGV))")]
    [InlineData("return redis.call('XADD', KEYS[1], 'LIMIT', 10, 'MAXLEN', '~', 1000, '*', 'f', 'v')")]
    [InlineData("return redis.call('ZUNIONSTORE', KEYS[1], 2, 'WEIGHTS', 'AGGREGATE', 'WEIGHTS', 1.5, 2)")]
    [InlineData("return redis.call('ZUNIONSTORE', KEYS[1], #KEYS - 1, KEYS[2], KEYS[3], 'AGGREGATE', 'MAX')")]
    [InlineData("return redis.call('ZRANGEBYSCORE', KEYS[1], '(1', '+inf', 'LIMIT', 0, 10)")]
    [InlineData("return redis.call('SORT', KEYS[1], 'GET', '#', 'GET', 'x*', 'BY', 'nosort', 'DESC', 'LIMIT', 0, 5)")]
    [InlineData("return redis.call('BITFIELD', KEYS[1], 'OVERFLOW', 'SAT', 'INCRBY', 'u8', '#1', 5)")]
    [InlineData("return redis.call('XREADGROUP', 'GROUP', 'g', 'c', 'COUNT', 5, 'STREAMS', KEYS[1], '>')")]
    [InlineData("""
        local options = { 'EX', 10 }
        return redis.call('SET', KEYS[1], 'v', options[1], options[2])
        """)]
    [InlineData("""
        -- @since 8.4
        return redis.call('SET', KEYS[1], 'v', 'IFEQ', 'w')
        """)]
    [InlineData("return redis.call('BF.ADD', KEYS[1], 'EXX')")]
    [InlineData("return redis.call('ZCOUNT', KEYS[1], ' 1', '( 2')")]
    [InlineData("return redis.call('LMPOP', ARGV[1], KEYS[1], 'LEFT')")]
    [InlineData("local count = 0\nfor _ in pairs(KEYS) do count = count + 1 end\nreturn redis.call('ZUNION', count, unpack(KEYS))")]
    [InlineData("return redis.call('ZUNION', 1e300, KEYS[1])")]
    [InlineData("return redis.call('ZUNION', 0/0, KEYS[1])")]
    [InlineData("return redis.call('LMPOP', 100, unpack(ARGV))")]
    [InlineData("return redis.call('SPOP', KEYS[1], 0)")]
    [InlineData("return redis.call('SINTERCARD', 1, KEYS[1], 'LIMIT', 0)")]
    [InlineData("return redis.call('SRANDMEMBER', KEYS[1], -5)")]
    public void Leaves_what_may_fit_alone(string script) => RuleAssert.Quiet(Rule.UnfitArgument, script);

    [Fact]
    public void Says_the_nearest_option() => RuleAssert.Message(
        Rule.UnfitArgument,
        "return redis.call('GETEX', KEYS[1], 'EXX', 10)",
        "GETEX takes 'EX' here, not 'EXX': write `GETEX key [EX seconds | PX milliseconds | EXAT unix-time-seconds | PXAT unix-time-milliseconds | PERSIST]`");

    [Fact]
    public void Says_what_excludes_it() => RuleAssert.Message(
        Rule.UnfitArgument,
        "return redis.call('EXPIRE', KEYS[1], 1, 'GT', 'LT')",
        "EXPIRE takes 'GT' or 'LT', not both: write `EXPIRE key seconds [NX] [XX] [GT] [LT]`");

    [Fact]
    public void Says_what_is_missing() => RuleAssert.Message(
        Rule.UnfitArgument,
        "return redis.call('HSET', KEYS[1], 'f', 'v', 'g')",
        "HSET is missing 'value' at the end: write `HSET key field value [field value …]`");

    [Fact]
    public void Says_that_a_number_is_wanted() => RuleAssert.Message(
        Rule.UnfitArgument,
        "return redis.call('EXPIRE', KEYS[1], '1h')",
        "EXPIRE takes an integer for 'seconds', not '1h': write `EXPIRE key seconds [NX] [XX] [GT] [LT]`");

    [Fact]
    public void Says_that_an_empty_list_is_refused() => RuleAssert.Message(
        Rule.UnfitArgument,
        "return redis.call('LMPOP', 0, KEYS[1], 'LEFT')",
        "LMPOP takes at least 1 for 'numkeys', not '0': write `LMPOP numkeys key [key …] (LEFT | RIGHT) [COUNT count]`");

    [Fact]
    public void Says_that_it_is_misplaced() => RuleAssert.Message(
        Rule.UnfitArgument,
        "return redis.call('SPOP', KEYS[1], 1.5)",
        "SPOP takes an integer for 'count', not '1.5': write `SPOP key [count]`");
}
