using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA4010Tests
{
    [Theory]
    [InlineData("return redis.call([|'GET'|], KEYS[1])")]
    [InlineData("local call = redis.call\nlocal now = call([|'TIME'|])\nreturn call('GET', KEYS[1]) or now[1]")]
    [InlineData("#!lua flags=allow-stale\nreturn redis.call([|'GET'|], KEYS[1])")]
    public void Flags_scripts_that_only_read(string script) => RuleAssert.Flags(Rule.CouldBeReadOnly, script);

    [Theory]
    [InlineData("-- @readonly\nreturn redis.call('GET', KEYS[1])")]
    [InlineData("#!lua flags=no-writes\nreturn redis.call('GET', KEYS[1])")]
    [InlineData("if not redis.call('GET', KEYS[1]) then redis.call('SET', KEYS[1], 1) end\nreturn 1")]
    [InlineData("redis.call(ARGV[1], KEYS[1])\nreturn redis.call('GET', KEYS[1])")]
    [InlineData("redis.call('MY.OWN', KEYS[1])\nreturn redis.call('GET', KEYS[1])")]
    [InlineData("local function run(f) return f('DEL', KEYS[1]) end\nrun(redis.call)\nreturn redis.call('GET', KEYS[1])")]
    [InlineData("local t = { call = redis.call }\nt.call('DEL', KEYS[1])\nreturn redis.call('GET', KEYS[1])")]
    [InlineData("local name = ARGV[1]\nredis[name]('DEL', KEYS[1])\nreturn redis.call('GET', KEYS[1])")]
    [InlineData("loadstring(ARGV[1])()\nreturn redis.call('GET', KEYS[1])")]
    [InlineData("local call = redis.call\ncall = redis.pcall\ncall('DEL', KEYS[1])\nreturn redis.call('GET', KEYS[1])")]
    [InlineData("redis.call('PUBLISH', KEYS[1], 1)\nreturn redis.call('GET', KEYS[1])")]
    [InlineData("return redis.call('SORT', KEYS[1])")]
    [InlineData("-- @since 6.2\nreturn redis.call('GET', KEYS[1])")]
    [InlineData("return redis.call('PING', KEYS[1])")]
    [InlineData("return KEYS[1]")]
    public void Leaves_scripts_that_may_write_alone(string script) => RuleAssert.Quiet(Rule.CouldBeReadOnly, script);

    [Fact]
    public Task Says_what_to_declare() => RuleAssert.MessageAsync(
        Rule.CouldBeReadOnly,
        "return redis.call('GET', KEYS[1])",
        "The script only reads: declare `-- @readonly` in the header to let it run on replicas");
}
