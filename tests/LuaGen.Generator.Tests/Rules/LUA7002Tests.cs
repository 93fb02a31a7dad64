using LuaGen.Generator.Tests.CallSites;
using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA7002Tests
{
    [Theory]
    [InlineData("""db.ScriptEvaluate("return redis.call('GET', KEYS[1])", [key], [|[value]|]);""")]
    [InlineData("""db.ScriptEvaluate("return redis.call('GET', KEYS[1])", [|new RedisKey[] { key, key }|]);""")]
    [InlineData("""db.ScriptEvaluate("return redis.call('SET', KEYS[1], ARGV[1])", [key], [|[value, value]|]);""")]
    [InlineData("""db.Execute("EVAL", "return redis.call('GET', KEYS[1])", 1, key, [|value|]);""")]
    [InlineData("""db.ScriptEvaluate("return redis.call('SET', KEYS[1], ARGV[2])", [key], [|[value, value]|]);""")]
    public Task Flags_what_no_script_reads(string statements) => CallSiteAssert.FlagsAsync(Rule.TooManyPassed, statements);

    [Theory]
    [InlineData("""db.ScriptEvaluate("return redis.call('SET', KEYS[1], ARGV[1])", [key], [value]);""")]
    [InlineData("""db.ScriptEvaluate("return redis.call('SADD', KEYS[1], unpack(ARGV))", [key], [value, value]);""")]
    [InlineData("""db.ScriptEvaluate("for i = 1, 9 do redis.call('DEL', KEYS[i]) end", [key, key]);""")]
    [InlineData("""db.ScriptEvaluate("return #ARGV", null, [value, value]);""")]
    [InlineData("""db.ScriptEvaluate("local all = ARGV\nreturn all", null, [value, value]);""")]
    [InlineData("""db.ScriptEvaluate("for _, v in ipairs(ARGV) do redis.call('DEL', v) end", null, [value, value]);""")]
    [InlineData("""db.ScriptEvaluate("return redis.call('PING')", [key]);""")]
    [InlineData("""db.ScriptEvaluate("return redis.call('GET', KEYS[1])", keys, values);""")]
    [InlineData("""db.ScriptEvaluate("return redis.call('GET', KEYS[2])", [key, key]);""")]
    [InlineData("""db.ScriptEvaluate("return redis.call('SADD', KEYS[1], unpack(ARGV, 2))", [key], [value, value]);""")]
    public Task Leaves_alone_what_is_read_or_may_be(string statements) => CallSiteAssert.QuietAsync(Rule.TooManyPassed, statements);

    [Fact]
    public Task Says_what_is_left_out() => CallSiteAssert.MessageAsync(
        Rule.TooManyPassed,
        """db.ScriptEvaluate("return redis.call('SET', KEYS[1], ARGV[2])", [key], [value, value]);""",
        "This call passes 2 values, but the script reads ARGV[2] and not ARGV[1]: remove that value, or read it in the script");

    [Fact]
    public Task Says_what_is_read() => CallSiteAssert.MessageAsync(
        Rule.TooManyPassed,
        """db.ScriptEvaluate("return redis.call('SET', KEYS[1], ARGV[1])", [key], [value, value]);""",
        "This call passes 2 values, but the script reads none after ARGV[1]: remove the others, or read them in the script");
}
