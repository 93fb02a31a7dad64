using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2004Tests
{
    [Theory]
    [InlineData("int", "'ten'")]
    [InlineData("int", "1.5")]
    [InlineData("int", "3000000000")]
    [InlineData("uint", "-1")]
    [InlineData("long", "9223372036854775808")]
    [InlineData("bool", "1")]
    [InlineData("string", "5")]
    [InlineData("seconds", "0.5")]
    [InlineData("double", "1e999")]
    [InlineData("guid", "'nobody'")]
    [InlineData("bytes", "'text'")]
    [InlineData("unixseconds", "-62135596801")]
    [InlineData("unixmilliseconds", "-62135596800001")]
    [InlineData("unixseconds", "253402300800")]
    public void Flags_a_default_that_is_no_value_of_the_type(string type, string literal) =>
        RuleAssert.Flags(Rule.BadDefault, $"""
            -- ARGV[1] a: {type} = [|{literal}|]
            return ARGV[1]
            """);

    [Fact]
    public void Flags_a_default_of_an_optional_argument() =>
        RuleAssert.Flags(Rule.BadDefault, """
            -- ARGV[1] a: [|int?|] = 5
            return ARGV[1]
            """);

    [Theory]
    [InlineData("int", "-2147483648")]
    [InlineData("ulong", "18446744073709551615")]
    [InlineData("double", "-1.5e-3")]
    [InlineData("bool", "false")]
    [InlineData("string", "'it\\'s'")]
    [InlineData("milliseconds", "0")]
    [InlineData("unixseconds", "-62135596800")]
    [InlineData("unixmilliseconds", "253402300799999")]
    [InlineData("guid", "'00000000-0000-0000-0000-000000000001'")]
    public void Leaves_a_fitting_default_alone(string type, string literal) =>
        RuleAssert.Quiet(Rule.BadDefault, $"""
            -- ARGV[1] a: {type} = {literal}
            return ARGV[1]
            """);
}
