using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA5023Tests
{
    [Theory]
    [InlineData("redis.call('PING')\nreturn [|0.5|]")]
    [InlineData("redis.call('PING')\nlocal rate = 1.5\nreturn [|rate|]")]
    [InlineData("redis.call('PING')\nreturn { 1, [|2.5|] }")]
    [InlineData("-- RETURNS mean: double\nreturn [|tonumber(ARGV[1]) or 0|]\n")]
    [InlineData("-- RETURNS mean: decimal?\nlocal sum = #KEYS / 2\nreturn [|sum|]")]
    [InlineData("-- RETURNS count: long\n-- RETURNS mean: double\nreturn { 1, [|#KEYS / 3|] }")]
    [InlineData("-- RETURNS scores: double[]\nreturn { [|#KEYS * 0.5|] }")]
    [InlineData("redis.call('PING')\nreturn [|math.pi|]")]
    public void Flags_fractions(string script) => RuleAssert.Flags(Rule.FractionReturned, script);

    [Theory]
    [InlineData("redis.call('PING')\nreturn 2")]
    [InlineData("redis.call('PING')\nreturn 4 / 2")]
    [InlineData("redis.call('PING')\nreturn tostring(0.5)")]
    [InlineData("redis.call('PING')\nreturn math.floor(2.5)")]
    [InlineData("return tonumber(ARGV[1])")]
    [InlineData("-- RETURNS mean: double\nreturn string.format('%.17g', #KEYS / 2)")]
    [InlineData("-- RETURNS mean: double\nreturn redis.call('INCR', KEYS[1])")]
    [InlineData("-- RETURNS total: double\nreturn redis.call('INCRBYFLOAT', KEYS[1], 1)")]
    [InlineData("-- RETURNS left: long\nreturn #KEYS / 2")]
    public void Leaves_whole_numbers_and_strings_alone(string script) => RuleAssert.Quiet(Rule.FractionReturned, script);

    [Fact]
    public Task Says_what_to_write() => RuleAssert.MessageAsync(
        Rule.FractionReturned,
        "redis.call('PING')\nreturn 0.5",
        "Redis truncates returned numbers, here `0.5`: return a string, as in `string.format('%.17g', 0.5)`");
}
