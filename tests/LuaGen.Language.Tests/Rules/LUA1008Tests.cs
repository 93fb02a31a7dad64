using LuaGen.Language.Rules;
using LuaGen.Language.Tests.Syntax;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA1008Tests
{
    [Theory]
    [InlineData("return 'a[|\u202e|]b'", "U+202E")]
    [InlineData("-- [|\u2066|]hidden", "U+2066")]
    public void Flags(string script, string words) => AnnotatedScript.Reports(Rule.BidiControl, script, words);

    [Fact]
    public void Leaves_right_to_left_text_alone() => AnnotatedScript.ReportsNothing("return '\u05e9\u05dc\u05d5\u05dd'");
}
