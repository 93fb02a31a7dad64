using LuaGen.Language.Rules;
using LuaGen.Language.Tests.Syntax;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA1009Tests
{
    [Theory]
    [InlineData("return [[ a [|[[|] b ]]")]
    [InlineData("""
        --[[ a [|[[|] b ]]
        return 1
        """)]
    public void Flags(string script) => Assert.Single(AnnotatedScript.Reports(Rule.NestedLongBracket, script));

    [Fact]
    public void Leaves_brackets_of_a_level_alone() => AnnotatedScript.ReportsNothing("return [=[ a [[ b ]] ]=]");
}
