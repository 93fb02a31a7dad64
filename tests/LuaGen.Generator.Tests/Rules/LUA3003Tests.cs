using LuaGen.Generator.Findings;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA3003Tests
{
    [Theory]
    [InlineData("-- KEYS[1] a\nreturn {⟦KEYS[0]⟧, KEYS[1]}")]
    [InlineData("-- KEYS[1] a\nlocal first = 0\nreturn {⟦KEYS[first]⟧, KEYS[1]}")]
    public void Flags_an_index_below_one(string script) => RuleAssert.Flags(RuleId.IndexBelowOne, script);

    [Fact]
    public void Leaves_other_tables_alone() => RuleAssert.Quiet(RuleId.IndexBelowOne, "-- KEYS[1] a\nlocal t = { [0] = KEYS[1] }\nreturn t[0]");
}
