using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2003Tests
{
    [Theory]
    [InlineData("""
        -- ARGV[1] a: [|itn|]
        return ARGV[1]
        """)]
    [InlineData("""
        -- ARGV[1] a: [|long[]|]
        return ARGV[1]
        """)]
    [InlineData("""
        -- RETURNS [|lnog|]
        return 1
        """)]
    [InlineData("""
        -- RETURNS (a: long, b: [|nmuber|])
        return {1, 2}
        """)]
    public void Flags_what_is_no_type(string script) => RuleAssert.Flags(Rule.UnknownType, script);

    [Fact]
    public void Leaves_every_type_of_the_language_alone() =>
        RuleAssert.Quiet(Rule.UnknownType, """
            -- ARGV[1] a: int
            -- ARGV[2] b: seconds
            -- RETURNS flat(a: string, b: double)?
            return {ARGV[1], ARGV[2]}
            """);

    [Theory]
    [InlineData("""
        -- ARGV[1] a: TimeSpan
        return ARGV[1]
        """, "'TimeSpan' is not a type: write `seconds` or `milliseconds`")]
    [InlineData("""
        -- ARGV[1] a: number
        return ARGV[1]
        """, "'number' is not a type: write `long` or `double`")]
    [InlineData("""
        -- ARGV[1] a: object
        return ARGV[1]
        """, "'object' is not a type: write `json<My.Type>` or `value`")]
    [InlineData("""
        -- RETURNS void
        return 1
        """, "'void' is not a type: write `nothing`")]
    [InlineData("""
        -- RETURNS hash
        return {1}
        """, "'hash' is not a type: write `map<string, string>`")]
    [InlineData("""
        -- ARGV[1] a: void
        return ARGV[1]
        """, "'void' is not a type: write one of `string`, `int`, `long`, `uint`, `ulong`, `double`, `decimal`, `bool`, `value`, `bytes`, `guid`, `seconds`, `milliseconds`, `unixseconds`, `unixmilliseconds`")]
    public void Knows_words_from_elsewhere(string script, string message) => RuleAssert.Message(Rule.UnknownType, script, message);

    [Fact]
    public void Names_the_nearest() => RuleAssert.Message(
        Rule.UnknownType, """
            -- ARGV[1] a: itn
            return ARGV[1]
            """, "'itn' is not a type: write `int`");
}
