using LuaGen.Generator.Findings;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA2002Tests
{
    [Theory]
    [InlineData("-- ⟦KEYS[1]: stock⟧\nreturn KEYS[1]")]
    [InlineData("-- ⟦KEYS[1] - the stock key⟧\nreturn KEYS[1]")]
    [InlineData("-- ⟦ARGV[2] the job id⟧\nreturn ARGV[2]")]
    public void Flags_a_declaration_in_another_form(string script) => RuleAssert.Flags(RuleId.LooseDeclaration, script);

    [Fact]
    public void Leaves_the_canonical_form_alone() =>
        RuleAssert.Quiet(RuleId.LooseDeclaration, "-- KEYS[1] stock  The stock key.\n-- The key in KEYS[1] is one.\nreturn KEYS[1]");

    [Fact]
    public Task Shows_the_canonical_form() => RuleAssert.MessageAsync(
        RuleId.LooseDeclaration,
        "-- ARGV[2] the job id\nreturn 1",
        "This declaration cannot be read yet; write it as \"-- ARGV[1] name: type  what it is\"");
}
