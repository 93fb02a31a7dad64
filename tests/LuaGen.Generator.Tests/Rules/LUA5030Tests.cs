using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA5030Tests
{
    [Theory]
    [InlineData("-- [|RAISES SHORT|]\nredis.call('PING')\nreturn 1")]
    [InlineData("-- [|RAISES SHORT|]\nredis.call('PING')\nerror('SHORT of stock')")]
    [InlineData("-- [|RAISES SHORT|]\nreturn redis.error_reply('SHORT')")]
    [InlineData("-- [|RAISES SHORT|]\nreturn redis.error_reply('SHORTT of stock')")]
    [InlineData("-- [|RAISES WRONGTYPE|]\nreturn #KEYS")]
    public void Flags_what_nothing_raises(string script) => RuleAssert.Flags(Rule.ErrorNeverRaised, script);

    [Theory]
    [InlineData("-- RAISES SHORT\nreturn redis.error_reply('SHORT of stock')")]
    [InlineData("-- RAISES SHORT\nreturn redis.error_reply('SHORT of ' .. KEYS[1])")]
    [InlineData("-- RAISES SHORT\nredis.call('PING')\nreturn { err = 'SHORT of stock' }")]
    [InlineData("-- RAISES SHORT\nredis.call('PING')\nerror({ err = 'SHORT of stock' })")]
    [InlineData("-- RAISES SHORT\nerror(redis.error_reply('SHORT of stock'))")]
    [InlineData("-- RAISES SHORT\nlocal function fail(code) return redis.error_reply(code .. ' of stock') end\nif ARGV[1] then return fail('SHORT') end\nreturn fail('LONG')")]
    [InlineData("-- RAISES SHORT\nreturn redis.error_reply(ARGV[1])")]
    [InlineData("-- RAISES WRONGTYPE\nreturn redis.call('GET', KEYS[1])")]
    [InlineData("-- RAISES SHORT\nredis.call('PING')\nlocal ok, failure = pcall(someone)\nerror(failure)")]
    public void Leaves_what_may_be_raised_alone(string script) => RuleAssert.Quiet(Rule.ErrorNeverRaised, script);

    [Fact]
    public Task Says_what_to_write() => RuleAssert.MessageAsync(
        Rule.ErrorNeverRaised,
        "-- RAISES SHORT\nredis.call('PING')\nreturn 1",
        "The script never raises 'SHORT': remove the `RAISES` line, or write `return redis.error_reply('SHORT …')`");

    /// <summary>Who wrote the code alone reads it in the script, and has to be told what it becomes.</summary>
    [Fact]
    public Task Says_why_a_lone_word_is_no_code() => RuleAssert.MessageAsync(
        Rule.ErrorNeverRaised,
        "-- RAISES SHORT\nreturn redis.error_reply('SHORT')",
        "The script never raises 'SHORT': remove the `RAISES` line, or write `return redis.error_reply('SHORT …')`, because Redis puts ERR before a one-word text");
}
