using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5023Tests
{
    [Theory]
    [InlineData("return [|0.5|]")]
    [InlineData("""
        local rate = 1.5
        return [|rate|]
        """)]
    [InlineData("return { 1, [|2.5|] }")]
    [InlineData("""
        -- RETURNS mean: double
        return [|tonumber(ARGV[1]) or 0|]

        """)]
    [InlineData("""
        -- RETURNS mean: decimal?
        local sum = #KEYS / 2
        return [|sum|]
        """)]
    [InlineData("""
        -- RETURNS count: long
        -- RETURNS mean: double
        return { 1, [|#KEYS / 3|] }
        """)]
    [InlineData("""
        -- RETURNS scores: double[]
        return { [|#KEYS * 0.5|] }
        """)]
    [InlineData("return [|math.pi|]")]
    public void Flags_fractions(string script) => RuleAssert.Flags(Rule.FractionReturned, script);

    [Theory]
    [InlineData("return 2")]
    [InlineData("return 4 / 2")]
    [InlineData("return tostring(0.5)")]
    [InlineData("return math.floor(2.5)")]
    [InlineData("return tonumber(ARGV[1])")]
    [InlineData("""
        -- RETURNS mean: double
        return string.format('%.17g', #KEYS / 2)
        """)]
    [InlineData("""
        -- RETURNS mean: double
        return redis.call('INCR', KEYS[1])
        """)]
    [InlineData("""
        -- RETURNS total: double
        return redis.call('INCRBYFLOAT', KEYS[1], 1)
        """)]
    [InlineData("""
        -- RETURNS left: long
        return #KEYS / 2
        """)]
    public void Leaves_whole_numbers_and_strings_alone(string script) => RuleAssert.Quiet(Rule.FractionReturned, script);

    [Fact]
    public void Says_what_to_write() => RuleAssert.Message(
        Rule.FractionReturned,
        "return 0.5",
        "Redis truncates returned numbers, here `0.5`: return a string, as in `string.format('%.17g', 0.5)`");
}
