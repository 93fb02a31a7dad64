using LuaGen.Generator.Tests.CallSites;
using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA7012Tests
{
    [Theory]
    [InlineData("""var d = text.Length / 3.0; db.ScriptEvaluate("return {1, tonumber(ARGV[1])}", null, [[|d|]]);""")]
    [InlineData("""db.ScriptEvaluate("return tonumber(ARGV[1])", null, [[|0.5|]]);""")]
    [InlineData("""var d = text.Length / 3.0; db.ScriptEvaluate("local n = tonumber(ARGV[2])\nreturn {{n}, 1}", null, new RedisValue[] { value, [|d|] });""")]
    [InlineData("""var d = text.Length / 3.0; db.ScriptEvaluate("return ARGV[1] + 1", null, [[|d|]]);""")]
    public Task Flags_fractions_that_are_returned_as_numbers(string statements) => CallSiteAssert.FlagsAsync(Rule.PassedFraction, statements);

    [Theory]
    [InlineData("""var d = text.Length / 3.0; db.ScriptEvaluate("return {1, ARGV[1]}", null, [d]);""")]
    [InlineData("""var d = text.Length / 3.0; db.ScriptEvaluate("return tostring(tonumber(ARGV[1]))", null, [d]);""")]
    [InlineData("""var d = text.Length / 3.0; db.ScriptEvaluate("return math.floor(tonumber(ARGV[1]))", null, [d]);""")]
    [InlineData("""db.ScriptEvaluate("return tonumber(ARGV[1])", null, [2.0]);""")]
    [InlineData("""db.ScriptEvaluate("return tonumber(ARGV[1])", null, [text.Length]);""")]
    [InlineData("""db.ScriptEvaluate("return tonumber(ARGV[1])", null, [value]);""")]
    public Task Leaves_whole_numbers_and_texts_alone(string statements) => CallSiteAssert.QuietAsync(Rule.PassedFraction, statements);

    [Fact]
    public Task Says_what_to_return() => CallSiteAssert.MessageAsync(
        Rule.PassedFraction,
        """db.ScriptEvaluate("return {1, tonumber(ARGV[1])}", null, [0.5]);""",
        "`0.5` can have a fraction, which Redis truncates when the script returns tonumber(ARGV[1]) as a number: return `tostring(tonumber(ARGV[1]))`, or the element itself");
}
