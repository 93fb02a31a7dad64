using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA4028Tests
{
    [Theory]
    [InlineData("""
        -- KEYS[1] a
        -- ARGV[1] player: string
        -- ARGV[2] points: double
        return redis.call('ZADD', KEYS[1], [|ARGV[1]|], ARGV[2])
        """)]
    [InlineData("""
        -- KEYS[1] a
        -- ARGV[1] value: string
        -- ARGV[2] ttl: seconds
        return redis.call('SETEX', KEYS[1], [|ARGV[1]|], ARGV[2])
        """)]
    [InlineData("""
        local rows = redis.call('ZRANGE', KEYS[1], 0, 9, 'WITHSCORES')
        return redis.call('ZADD', KEYS[2], [|unpack(rows)|])
        """)]
    [InlineData("""
        local rows = redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')
        for i = 1, #rows, 2 do redis.call('ZADD', KEYS[2], [|rows[i]|], rows[i + 1]) end
        return 1
        """)]
    [InlineData("return redis.call('ZRANGEBYSCORE', KEYS[1], [|'+inf'|], '-inf')")]
    [InlineData("return redis.call('ZREVRANGEBYSCORE', KEYS[1], [|0|], '(100', 'LIMIT', 0, 10)")]
    [InlineData("return redis.call('ZRANGE', KEYS[1], [|'-inf'|], 5, 'BYSCORE', 'REV')")]
    [InlineData("return redis.call('XRANGE', KEYS[1], [|'+'|], '-')")]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.SwappedArguments, script);

    [Theory]
    [InlineData("""
        -- KEYS[1] a
        -- ARGV[1] player: string
        -- ARGV[2] points: double
        return redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
        """)]
    [InlineData("""
        -- KEYS[1] a
        -- ARGV[1] member: long
        -- ARGV[2] score: long
        return redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
        """)]
    [InlineData("""
        local rows = redis.call('ZRANGE', KEYS[1], 0, 9, 'WITHSCORES')
        return redis.call('RPUSH', KEYS[2], unpack(rows))
        """)]
    [InlineData("return redis.call('ZADD', KEYS[1], ARGV[1], ARGV[2])")]
    [InlineData("""
        local rows = redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')
        for i = 1, #rows, 2 do redis.call('ZADD', KEYS[2], rows[i + 1], rows[i]) end
        return 1
        """)]
    [InlineData("""
        local rows = redis.call('LRANGE', KEYS[1], 0, -1)
        for i = 1, #rows, 2 do redis.call('ZADD', KEYS[2], rows[i], rows[i + 1]) end
        return 1
        """)]
    [InlineData("return redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', '+inf')")]
    [InlineData("return redis.call('ZREVRANGEBYSCORE', KEYS[1], '+inf', '-inf')")]
    [InlineData("return redis.call('ZRANGE', KEYS[1], '+inf', 0, 'BYSCORE', 'REV')")]
    [InlineData("return redis.call('ZRANGE', KEYS[1], 5, 2)")]
    [InlineData("return redis.call('ZCOUNT', KEYS[1], ARGV[1], '-inf')")]
    [InlineData("return redis.call('ZRANGEBYSCORE', KEYS[1], 5, '(5')")]
    [InlineData("return redis.call('XREVRANGE', KEYS[1], '+', '-')")]
    public void Leaves_right_scripts_alone(string script) => RuleAssert.Quiet(Rule.SwappedArguments, script);
}
