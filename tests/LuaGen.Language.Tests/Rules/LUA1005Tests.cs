using LuaGen.Language.Rules;
using LuaGen.Language.Tests.Syntax;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA1005Tests
{
    [Theory]
    [InlineData("return [|3..2|]", "`3 .. 2`")]
    [InlineData("return [|0x|]", "hexadecimal digits")]
    [InlineData("return [|0b11|]", "no binary literals")]
    [InlineData("return [|1_000|]", "without `_`")]
    [InlineData("return [|10L|]", "without a suffix")]
    [InlineData("return [|1.2.3|]", "at most one dot")]
    [InlineData("return \"a[|\\300|]\"", "`\\0` to `\\255`")]
    [InlineData("return [|[=|]x", "write `[=[`")]
    public void Flags(string script, string words) => AnnotatedScript.Reports(Rule.MalformedLiteral, script, words);

    [Fact]
    public void Leaves_alone_what_Redis_accepts() =>
        AnnotatedScript.ReportsNothing("return 08, 1e309, 0x1p4, 0xe+1, .5, 5., \"\\255\\q\"");
}
