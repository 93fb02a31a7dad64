using LuaGen.Language.Rules;
using LuaGen.Language.Tests.Syntax;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA1002Tests
{
    [Theory]
    [InlineData("[|goto done|]", "`goto` needs Lua 5.2")]
    [InlineData("[|::|]done::", "labels need Lua 5.2")]
    [InlineData("while x do [|continue end|]", "into `if … then … end`")]
    [InlineData("""
        while x do
          continue
        [|end|]
        """, "`continue` (line 2)")]
    [InlineData("if a [|!=|] b then end", "write `~=`")]
    [InlineData("a [|+=|] 1", "write `a = a + 1`")]
    [InlineData("a.b[1] [|-=|] f(1)", "write `a.b[1] = a.b[1] - …`")]
    [InlineData("f() [|+=|] 1", "write `x = x + y`")]
    [InlineData("a [|//=|] b", "write `a = math.floor(a / b)`")]
    [InlineData("a [||=|] b", "write `a = bit.bor(a, b)`")]
    [InlineData("a [|??=|] b", "write `a = a or b`")]
    [InlineData("a [|..=|] 1", "write `a = a .. 1`")]
    [InlineData("a[|++|]", "write `a = a + 1`")]
    [InlineData("return a [|//|] b", "math.floor(a / b)")]
    [InlineData("""
        [|//|] comment
        return 1
        """, "write `--`")]
    [InlineData("""
        [|/*|] comment */
        return 1
        """, "write `--`")]
    [InlineData("""
        [|#|] comment
        return 1
        """, "write `--`")]
    [InlineData("return a [|&|] b", "bit.band(a, b)")]
    [InlineData("return a [|||] b", "bit.bor(a, b)")]
    [InlineData("return a [|~|] b", "bit.bxor(a, b)")]
    [InlineData("return a [|<<|] 2", "bit.lshift(a, b)")]
    [InlineData("return a [|>>|] 2", "bit.rshift(a, b)")]
    [InlineData("if a [|&&|] b then end", "write `and`")]
    [InlineData("if a [||||] b then end", "write `or`")]
    [InlineData("if [|!|]a then end", "write `not`")]
    [InlineData("if a [|=|] 1 then end", "write `==`")]
    [InlineData("a [|==|] 1", "write `=` to assign")]
    [InlineData("x = a [|?|] b : c", "write `a and b or c`")]
    [InlineData("local x [|<|]const> = 1", "need Lua 5.4")]
    [InlineData("a = 1;[|;|]", "remove this `;`")]
    [InlineData("[|var x|] = 1", "write `local`")]
    [InlineData("if a then b() [|elif c|] then d() end", "write `elseif`")]
    [InlineData("x = [|“|]text”", "typographic quotes")]
    [InlineData("x =[|\u00a0|]1", "write a plain space")]
    [InlineData("x = [|`|]text`", "backquoted")]
    [InlineData("local [|é|] = 1", "is allowed only in strings and comments")]
    public void Flags(string script, string words) => AnnotatedScript.Reports(Rule.ForeignSyntax, script, words);

    [Theory]
    [InlineData("local goto, continue = 1, 2 return goto + continue")]
    [InlineData("return null")]
    [InlineData("return \"//\", [[!=]] -- a += 1")]
    public void Leaves_alone_what_Redis_accepts(string script) => AnnotatedScript.ReportsNothing(script);
}
