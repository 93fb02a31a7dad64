using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA6001Tests
{
    [Theory]
    [InlineData("return redis.call('INCR', [|'stock:writes'|])")]
    [InlineData("""
        redis.call('INCR', [|'a'|])
        return redis.call('INCR', 'b')
        """)]
    [InlineData("return redis.call('GET', [|'user:' .. ARGV[1]|])")]
    [InlineData("""
        local prefix = ARGV[1]
        local key = prefix .. ':jobs'
        return redis.call('LLEN', [|key|])
        """)]
    [InlineData("""
        local id = redis.call('GET', KEYS[1])
        return redis.call('HGETALL', [|'user:' .. id|])
        """)]
    [InlineData("return redis.call('DEL', [|unpack(redis.call('SMEMBERS', KEYS[1]))|])")]
    [InlineData("for _, key in ipairs(redis.call('SMEMBERS', KEYS[1])) do redis.call('DEL', [|key|]) end")]
    [InlineData("""
        local function log(key) redis.call('RPUSH', [|key|], 'x') end
        log('a')
        log('b')
        """)]
    [InlineData("return redis.call('ZUNIONSTORE', KEYS[1], 2, KEYS[2], [|'all'|])")]
    [InlineData("return redis.call('ZUNIONSTORE', KEYS[1], ARGV[1], [|'all'|], 'WEIGHTS')")]
    [InlineData("return redis.call('ZUNION', 1e300, [|'all'|])")]
    [InlineData("return redis.call('GEORADIUS', KEYS[1], 0, 0, 1, 'km', 'STORE', [|'near'|])")]
    [InlineData("return redis.call('SORT', KEYS[1], 'STORE', [|'sorted'|])")]
    [InlineData("return redis.call('MIGRATE', 'h', 6379, '', 0, 100, 'KEYS', KEYS[1], [|'other'|])")]
    [InlineData("return redis.call('BITOP', 'AND', KEYS[1], KEYS[2], [|'mask'|])")]
    [InlineData("""
        local _, v = pcall(redis.call, 'GET', [|'a'|])
        return v
        """)]
    [InlineData("return redis.call('GET', [|string.format('user:%s', ARGV[1])|])")]
    [InlineData("""
        #!lua
        return redis.call('GET', [|'a'|])
        """)]
    public void Flags_the_first_key_that_no_declaration_covers(string script) => RuleAssert.Flags(Rule.UndeclaredKey, script);

    [Theory]
    [InlineData("return redis.call('INCR', KEYS[1])")]
    [InlineData("for _, key in ipairs(KEYS) do redis.call('DEL', key) end")]
    [InlineData("""
        local keys = {}
        for i = 1, #KEYS do keys[i] = KEYS[i] end
        return redis.call('DEL', unpack(keys))
        """)]
    [InlineData("return redis.call('GET', KEYS[1] .. ':log')")]
    [InlineData("return redis.call('GET', KEYS[2] or 'default')")]
    [InlineData("""
        local function get(key) return redis.call('GET', key) end
        return { get(KEYS[1]), get('a') }
        """)]
    [InlineData("return redis.call('GET', ARGV[1])")]
    [InlineData("return redis.call('SET', KEYS[1], 'value')")]
    [InlineData("return redis.call('GET', someone())")]
    [InlineData("return redis.call('GET', string.sub(KEYS[1], 1, 5))")]
    [InlineData("return redis.call('KEYS', 'user:*')")]
    [InlineData("for _, key in ipairs(redis.call('KEYS', 'user:*')) do redis.call('DEL', key) end")]
    [InlineData("""
        local popped = redis.call('LMPOP', 2, KEYS[1], KEYS[2], 'LEFT')
        if popped then redis.call('DEL', popped[1]) end
        """)]
    [InlineData("for _, key in ipairs(redis.call('SCAN', 0)[2]) do redis.call('DEL', key) end")]
    [InlineData("return redis.call('PUBLISH', 'news', 'm')")]
    [InlineData("return redis.call('ZUNION', 0, 'all')")]
    [InlineData("return redis.call('LMPOP', ' 1', 'all', 'LEFT')")]
    [InlineData("return redis.call('SORT', KEYS[1], 'BY', 'weight_*', 'GET', '#')")]
    [InlineData("return redis.call('XADD', KEYS[1], '*', 'f', 'v')")]
    [InlineData("""
        local cmd = ARGV[1]
        return redis.call(cmd, 'a')
        """)]
    [InlineData("""
        do return redis.call('GET', KEYS[1]) end
        return redis.call('GET', 'a')
        """)]
    [InlineData("""
        #!lua flags=no-cluster
        return redis.call('GET', 'a')
        """)]
    [InlineData("""
        #!lua flags=allow-cross-slot-keys
        return redis.call('GET', 'a')
        """)]
    [InlineData("""
        -- luagen: disable LUA6001
        return redis.call('GET', 'a')
        """)]
    public void Leaves_keys_alone_that_may_be_declared_or_are_none(string script) => RuleAssert.Quiet(Rule.UndeclaredKey, script);

    [Fact]
    public void Says_which_line_declares_it() => RuleAssert.Message(
        Rule.UndeclaredKey,
        """
        -- KEYS[1] stock
        redis.call('INCR', 'stock:writes')
        redis.call('DECR', KEYS[1])
        redis.call('INCR', 'a')
        return redis.call('INCR', 'b')
        """,
        "The key `'stock:writes'` is a literal and not in KEYS (also lines 4, 5), so in a cluster the call may fail after earlier writes: declare it as `-- KEYS[2] writes` and write `KEYS[2]`, or set LuaGenCluster=false if the script never runs in a cluster");

    [Fact]
    public void Keeps_the_list_last() => RuleAssert.Message(
        Rule.UndeclaredKey,
        """
        -- KEYS[1...] items
        redis.call('DEL', unpack(KEYS))
        return redis.call('INCR', 'deleted')
        """,
        "The key `'deleted'` is a literal and not in KEYS, so in a cluster the call may fail after earlier writes: declare it as `-- KEYS[1] deleted`, start the list after it, and write `KEYS[1]`, or set LuaGenCluster=false if the script never runs in a cluster");

    [Fact]
    public void Says_how_to_declare_many() => RuleAssert.Message(
        Rule.UndeclaredKey,
        "for _, id in ipairs(ARGV) do redis.call('DEL', 'user:' .. id) end",
        "The key `'user:' .. id` is built from an argument and not in KEYS, so in a cluster the call may fail after earlier writes: declare such keys as `-- KEYS[1...] user` and write `KEYS[i]`, or set LuaGenCluster=false if the script never runs in a cluster");
}
