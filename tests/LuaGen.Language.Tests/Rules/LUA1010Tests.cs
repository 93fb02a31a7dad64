using LuaGen.Language.Rules;
using LuaGen.Language.Tests.Syntax;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA1010Tests
{
    [Theory]
    [InlineData("return 'a[|\0|]b'", "NUL")]
    [InlineData("-- [|\ufeff|]joined", "byte order mark")]
    public void Flags(string script, string words) => AnnotatedScript.Reports(Rule.InvisibleCharacter, script, words);

    [Fact]
    public void Is_silent_where_the_character_is_an_error_already() =>
        AnnotatedScript.Reports(Rule.ForeignSyntax, "return [|\ufeff|]1", "byte order mark");
}
