using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5024Tests
{
    [Theory]
    [InlineData("return [|#KEYS / 2|]")]
    [InlineData("""
        local half = tonumber(ARGV[1]) / 2
        return [|half|]
        """)]
    [InlineData("return { [|redis.call('LLEN', KEYS[1]) / 20|] }")]
    public void Flags_quotients(string script) => RuleAssert.Flags(Rule.QuotientReturned, script);

    [Theory]
    [InlineData("return math.floor(#KEYS / 2)")]
    [InlineData("return 4 / 2")]
    [InlineData("return string.format('%.2f', #KEYS / 2)")]
    [InlineData("return #KEYS * 2")]
    [InlineData("""
        -- RETURNS mean: double
        return #KEYS / 2
        """)]
    public void Leaves_whole_numbers_alone(string script) => RuleAssert.Quiet(Rule.QuotientReturned, script);

    [Fact]
    public void Says_what_to_write() => RuleAssert.Message(
        Rule.QuotientReturned,
        "return #KEYS / 2",
        "Redis truncates returned numbers, here `#KEYS / 2`: write `math.floor(#KEYS / 2)` to round down, or `string.format('%.17g', #KEYS / 2)` to keep the fraction");
}
