using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5028Tests
{
    [Theory]
    [InlineData("return { 1, [|redis.error_reply('X y')|] }")]
    [InlineData("return { [|{ err = 'X y' }|] }")]
    [InlineData("""
        local failed = redis.error_reply('X y')
        return { 'a', [|failed|] }
        """)]
    public void Flags_errors_within_arrays(string script) => RuleAssert.Flags(Rule.ErrorInsideArray, script);

    [Theory]
    [InlineData("return redis.error_reply('X y')")]
    [InlineData("return { err = 'X y' }")]
    [InlineData("return { 1, redis.pcall('INCR', KEYS[1]) }")]
    [InlineData("""
        local failed = redis.error_reply('X y')
        return { 'a', failed.err }
        """)]
    public void Leaves_errors_by_themselves_alone(string script) => RuleAssert.Quiet(Rule.ErrorInsideArray, script);

    [Fact]
    public void Says_what_to_write() => RuleAssert.Message(
        Rule.ErrorInsideArray,
        "return { 1, redis.error_reply('X y') }",
        "Clients treat an error inside an array as a failure of the whole call: return the error by itself, or its text as a string");
}
