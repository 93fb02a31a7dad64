using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA4010Tests
{
    [Theory]
    [InlineData("return redis.call([|'GET'|], KEYS[1])")]
    [InlineData("""
        local call = redis.call
        local now = call([|'TIME'|])
        return call('GET', KEYS[1]) or now[1]
        """)]
    [InlineData("""
        #!lua flags=allow-stale
        return redis.call([|'GET'|], KEYS[1])
        """)]
    public void Flags_scripts_that_only_read(string script) => RuleAssert.Flags(Rule.CouldBeReadOnly, script);

    [Theory]
    [InlineData("""
        -- @readonly
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        #!lua flags=no-writes
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        if not redis.call('GET', KEYS[1]) then redis.call('SET', KEYS[1], 1) end
        return 1
        """)]
    [InlineData("""
        redis.call(ARGV[1], KEYS[1])
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        redis.call('MY.OWN', KEYS[1])
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        local function run(f) return f('DEL', KEYS[1]) end
        run(redis.call)
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        local t = { call = redis.call }
        t.call('DEL', KEYS[1])
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        local name = ARGV[1]
        redis[name]('DEL', KEYS[1])
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        loadstring(ARGV[1])()
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        local call = redis.call
        call = redis.pcall
        call('DEL', KEYS[1])
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        redis.call('PUBLISH', KEYS[1], 1)
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("return redis.call('SORT', KEYS[1])")]
    [InlineData("""
        -- @since 6.2
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("return redis.call('PING', KEYS[1])")]
    [InlineData("return KEYS[1]")]
    public void Leaves_scripts_that_may_write_alone(string script) => RuleAssert.Quiet(Rule.CouldBeReadOnly, script);

    [Fact]
    public void Says_what_to_declare() => RuleAssert.Message(
        Rule.CouldBeReadOnly,
        "return redis.call('GET', KEYS[1])",
        "The script only reads: declare `-- @readonly` in the header to let it run on replicas");
}
