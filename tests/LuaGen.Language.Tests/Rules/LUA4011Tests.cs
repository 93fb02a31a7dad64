using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA4011Tests
{
    [Theory]
    [InlineData("return redis.call('SET', KEYS[1], [|true|])")]
    [InlineData("return redis.call('SET', KEYS[1], [|nil|])")]
    [InlineData("return redis.call('SET', KEYS[1], [|ARGV[1] == '1'|])")]
    [InlineData("return redis.call('SET', KEYS[1], [|not ARGV[1]|])")]
    [InlineData("return redis.call('SET', KEYS[1], [|{ 1, 2 }|])")]
    [InlineData("""
        local values = { 1, 2 }
        return redis.call('RPUSH', KEYS[1], [|values|])
        """)]
    [InlineData("return redis.pcall('SET', KEYS[1], [|function() return 1 end|])")]
    public void Flags_what_is_neither_string_nor_number(string script) => RuleAssert.Flags(Rule.UnsendableArgument, script);

    [Theory]
    [InlineData("return redis.call('SET', KEYS[1], 'true')")]
    [InlineData("return redis.call('SET', KEYS[1], 1.5)")]
    [InlineData("return redis.call('SET', KEYS[1], ARGV[1] == '1' and 1 or 0)")]
    [InlineData("""
        local values = { 1, 2 }
        return redis.call('RPUSH', KEYS[1], unpack(values))
        """)]
    [InlineData("""
        local value
        if ARGV[1] then value = 1 end
        return redis.call('SET', KEYS[1], value)
        """)]
    [InlineData("""
        local value = nil
        value = 1
        return redis.call('SET', KEYS[1], value)
        """)]
    [InlineData("return redis.call('SET', KEYS[1], cjson.encode({ 1, 2 }))")]
    [InlineData("return redis.call('SET', KEYS[1], tostring(true))")]
    public void Leaves_what_may_be_sent_alone(string script) => RuleAssert.Quiet(Rule.UnsendableArgument, script);

    [Fact]
    public void Says_what_to_write() => RuleAssert.Message(
        Rule.UnsendableArgument,
        "return redis.call('SET', KEYS[1], true)",
        "`redis.call` takes strings and numbers, not a boolean: write `true and 1 or 0`");

    [Theory]
    [InlineData("ARGV[1] == 'on'", "a boolean: write `ARGV[1] == 'on' and 1 or 0`")]
    [InlineData("#KEYS > 1 or #ARGV > 1", "a boolean: write `(#KEYS > 1 or #ARGV > 1) and 1 or 0`")]
    [InlineData("{ 'a', 'b' }", "a table: pass `unpack({ 'a', 'b' })` as the last argument, or `cjson.encode({ 'a', 'b' })`")]
    [InlineData("nil", "nil: leave it out, or write `''`")]
    public void Names_the_argument(string argument, string message) => RuleAssert.Message(
        Rule.UnsendableArgument,
        $"return redis.call('SET', KEYS[1], {argument})",
        $"`redis.call` takes strings and numbers, not {message}");
}
