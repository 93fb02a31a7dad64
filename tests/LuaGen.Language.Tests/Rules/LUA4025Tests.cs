using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA4025Tests
{
    [Theory]
    [InlineData("return redis.call('LTRIM', KEYS[1], 0, [|redis.call('LLEN', KEYS[1]) / 2|])")]
    [InlineData("""
        local n = redis.call('LLEN', KEYS[1])
        local half = n / 2
        return redis.call('SET', KEYS[2], 'v', 'EX', [|half|])
        """)]
    [InlineData("return redis.call('INCRBY', KEYS[1], [|math.random() * 10|])")]
    [InlineData("""
        -- KEYS[1] a
        -- ARGV[1] amount: double
        return redis.call('INCRBY', KEYS[1], [|ARGV[1]|])
        """)]
    [InlineData("""
        -- KEYS[1] a
        -- ARGV[1] amount: decimal
        return redis.call('HINCRBY', KEYS[1], 'n', [|tonumber(ARGV[1]) * 100|])
        """)]
    [InlineData("""
        -- KEYS[1] a
        -- ARGV[1] id: guid
        return redis.call('ZADD', KEYS[1], [|ARGV[1]|], 'm')
        """)]
    [InlineData("return redis.call('PEXPIRE', KEYS[1], [|redis.call('LLEN', KEYS[1]) * 0.5|])")]
    [InlineData("""
        local rows = redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')
        return redis.call('ZREMRANGEBYRANK', KEYS[1], 0, [|#rows / 4|])
        """)]
    [InlineData("return redis.call('LTRIM', KEYS[1], 0, [|#redis.call('LRANGE', KEYS[2], 0, -1) / 2|])")]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.UnfitValue, script);

    [Theory]
    [InlineData("return redis.call('LTRIM', KEYS[1], 0, math.floor(redis.call('LLEN', KEYS[1]) / 2))")]
    [InlineData("""
        local n = redis.call('LLEN', KEYS[1])
        return redis.call('INCRBY', KEYS[1], (n - n % 10) / 10)
        """)]
    [InlineData("return redis.call('ZADD', KEYS[1], redis.call('LLEN', KEYS[2]) / 2, 'm')")]
    [InlineData("""
        -- KEYS[1] a
        -- ARGV[1] amount: double
        return redis.call('INCRBYFLOAT', KEYS[1], ARGV[1])
        """)]
    [InlineData("""
        -- KEYS[1] a
        -- ARGV[1] amount: double
        return redis.call('HSET', KEYS[1], 'amount', ARGV[1])
        """)]
    [InlineData("return redis.call('PEXPIRE', KEYS[1], math.random(1000))")]
    [InlineData("return redis.call('INCRBY', KEYS[1], tonumber(ARGV[1]) * 10)")]
    [InlineData("""
        local half = math.ceil(redis.call('LLEN', KEYS[1]) / 2)
        return redis.call('EXPIRE', KEYS[1], half + 1)
        """)]
    [InlineData("return redis.call('ZDIFF', #KEYS / 2, unpack(KEYS))")]
    [InlineData("return redis.call('LTRIM', KEYS[1], 0, (#ARGV - 1) / 3)")]
    [InlineData("""
        local rows = redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')
        return redis.call('ZREMRANGEBYRANK', KEYS[1], 0, #rows / 2 - 1)
        """)]
    [InlineData("return redis.call('LTRIM', KEYS[1], 0, #redis.call('hgetall', KEYS[2]) / 2)")]
    public void Leaves_right_scripts_alone(string script) => RuleAssert.Quiet(Rule.UnfitValue, script);
}
