using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5053Tests
{
    [Theory]
    [InlineData("return redis.call('DEL', [|unpack(redis.call('KEYS', ARGV[1]))|])")]
    [InlineData("""
        local keys = redis.call('KEYS', 'a*')
        if #keys > 0 then redis.call('UNLINK', [|unpack(keys)|]) end
        return 1
        """)]
    [InlineData("""
        local page = redis.call('SCAN', 0)
        return redis.call('DEL', [|unpack(page[2])|])
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.FoundKeysTogether, script);

    [Theory]
    [InlineData("for _, key in ipairs(redis.call('KEYS', ARGV[1])) do redis.call('DEL', key) end")]
    [InlineData("return redis.call('SADD', KEYS[1], unpack(redis.call('KEYS', ARGV[1])))")]
    [InlineData("return redis.call('DEL', unpack(redis.call('SMEMBERS', KEYS[1])))")]
    [InlineData("return redis.call('DEL', unpack(KEYS))")]
    public void Is_quiet_where_the_script_is_right(string script) => RuleAssert.Quiet(Rule.FoundKeysTogether, script);
}
