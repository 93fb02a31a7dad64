using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA2001Tests
{
    [Theory]
    [InlineData("-- ARGV[1] a:[||]\n-- RETURNS long\nreturn ARGV[1]")]
    [InlineData("-- ARGV[1] a: int = [|many|]\nreturn ARGV[1]")]
    [InlineData("-- ARGV[1] a: int = 5 [|words|] without a gap\nreturn ARGV[1]")]
    [InlineData("-- RETURNS n: map<string[||]\nreturn 1")]
    [InlineData("-- RETURNS a: long\n-- [|RETURNS long|]\nreturn {1, 2}")]
    [InlineData("-- RETURNS [|ok|][]\nreturn {1, 2}")]
    [InlineData("-- KEYS[1] [|item.from|]\nreturn KEYS[1]")]
    public void Flags_the_bad_part(string script) => RuleAssert.Flags(Rule.MalformedDeclaration, script);

    [Theory]
    [InlineData("-- ARGV[1] a: int = 5  Words behind a gap.\nreturn ARGV[1]")]
    [InlineData("-- RETURNS the number of things, in words\nreturn 1")]
    [InlineData("-- ARGV[1] operation: push, pop or peek\nreturn ARGV[1]")]
    [InlineData("-- @author somebody\n-- RETURNS long\nreturn 1")]
    public void Leaves_prose_alone(string script) => RuleAssert.Quiet(Rule.MalformedDeclaration, script);

    [Fact]
    public Task Says_what_is_expected() => RuleAssert.MessageAsync(
        Rule.MalformedDeclaration,
        "-- ARGV[1] a: int = many\nreturn ARGV[1]",
        "The declaration cannot be read: write a default such as `10`, `1.5`, `true` or `'text'` here");
}
