using LuaGen.Language.Rules;
using LuaGen.Language.Tests.Syntax;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA1001Tests
{
    [Theory]
    [InlineData("if x [|y|] then end", "'then' expected near 'y'")]
    [InlineData("""
        f(1, 2
        [||]
        """, "')' expected (to close '(' at line 1) near '<eof>'")]
    [InlineData("local t = { a = 1 [|b|] = 2 }", "separate fields with `,`")]
    [InlineData("x = [|)|]", "unexpected symbol near ')'")]
    [InlineData("""
        return 1
        [|x|] = 2
        """, "write `do return end`, because `return` must be the last statement of its block")]
    [InlineData("while x do break [|y|] = 1 end", "`break` must be the last statement")]
    [InlineData("""
        if x then
          y = 1
        [||]
        """, "add the `end` for the `if` on line 1")]
    [InlineData("""
        if x then
          y = 1
        else if z then
          y = 2
        end
        [||]
        """, "write `elseif` instead of the `else if` on line 3")]
    [InlineData("""
        x = 1
        [|end|]
        y = 2
        """, "remove this `end`")]
    [InlineData("t.[|end|] = 1", "write `t[\"end\"]` for a field")]
    [InlineData("""
        f
        [|(|]g)
        """, "ambiguous syntax")]
    [InlineData("function f() return [|...|] end", "add `...` to the parameters")]
    [InlineData("break [||]", "no loop to break")]
    [InlineData("(a) [|=|] 1", "remove the parentheses")]
    [InlineData("f() [|=|] 1", "unexpected symbol near '='")]
    [InlineData("for i [|of|] t do end", "'=' or 'in' expected")]
    [InlineData("for i = 1 [|do|] end", "write both limits")]
    [InlineData("o:m [|=|] 1", "call the method with `(`")]
    [InlineData("function f([|1|]) end", "write the name of a parameter")]
    public void Flags(string script, string words) => AnnotatedScript.Reports(Rule.SyntaxError, script, words);

    [Fact]
    public void Stands_on_the_last_line_of_a_token_of_several() =>
        AnnotatedScript.Reports(Rule.SyntaxError, """
            x = 1 [[c
            [|d]]|]
            """, "unexpected symbol");

    [Fact]
    public void Reports_each_of_three_faults_once() =>
        Assert.Equal(3, AnnotatedScript.Reports(Rule.SyntaxError, """
            local a = [|)|] 1
            if b then
              f(1 [|2|])
            end
            local t = {
              c = 1,
              d = [|*|] 2,
              e = 3,
            }
            return a
            """).Count);

    [Theory]
    [InlineData("a = 1; b = 2; return a")]
    [InlineData("""
        local t = {f
        (1)}
        """)]
    [InlineData("return \"\\x41\\q\"")]
    public void Leaves_alone_what_Redis_accepts(string script) => AnnotatedScript.ReportsNothing(script);
}
