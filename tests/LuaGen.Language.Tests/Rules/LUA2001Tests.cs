using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2001Tests
{
    [Theory]
    [InlineData("""
        -- ARGV[1] a:[||]
        -- RETURNS long
        return ARGV[1]
        """)]
    [InlineData("""
        -- ARGV[1] a: int = [|many|]
        return ARGV[1]
        """)]
    [InlineData("""
        -- ARGV[1] a: int = 5 [|words|] without a gap
        return ARGV[1]
        """)]
    [InlineData("""
        -- RETURNS n: map<string[||]
        return 1
        """)]
    [InlineData("""
        -- RETURNS a: long
        -- [|RETURNS long|]
        return {1, 2}
        """)]
    [InlineData("""
        -- RETURNS [|ok|][]
        return {1, 2}
        """)]
    [InlineData("""
        -- KEYS[1] [|item.from|]
        return KEYS[1]
        """)]
    public void Flags_the_bad_part(string script) => RuleAssert.Flags(Rule.MalformedDeclaration, script);

    [Theory]
    [InlineData("""
        -- ARGV[1] a: int = 5  Words behind a gap.
        return ARGV[1]
        """)]
    [InlineData("""
        -- RETURNS the number of things, in words
        return 1
        """)]
    [InlineData("""
        -- ARGV[1] operation: push, pop or peek
        return ARGV[1]
        """)]
    [InlineData("""
        -- @author somebody
        -- RETURNS long
        return 1
        """)]
    public void Leaves_prose_alone(string script) => RuleAssert.Quiet(Rule.MalformedDeclaration, script);

    [Fact]
    public void Says_what_is_expected() => RuleAssert.Message(
        Rule.MalformedDeclaration,
        """
        -- ARGV[1] a: int = many
        return ARGV[1]
        """,
        "The declaration cannot be read: write a default such as `10`, `1.5`, `true` or `'text'` here");
}
