using LuaGen.Language.Rules;
using LuaGen.Language.Tests.Syntax;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA1004Tests
{
    [Theory]
    [InlineData("""
        x = [|'abc|]
        y = 1
        """, "close it with `'` on the same line")]
    [InlineData("x = [|\"abc|]", "close it with `\"`")]
    [InlineData("""
        x = "a\
        [|b|]
        y = 1
        """, "unfinished string")]
    [InlineData("x = [|[[abc|]", "close the bracket opened on line 1 with `]]`")]
    [InlineData("""
        x = [==[a
        b
        [|c|]
        """, "close the bracket opened on line 1 with `]==]`")]
    [InlineData("\n--[[a\n[||]", "unfinished long comment: close the bracket opened on line 2")]
    public void Flags(string script, string words) => AnnotatedScript.Reports(Rule.Unfinished, script, words);

    [Fact]
    public void Is_one_fault_with_all_that_the_string_swallowed() =>
        AnnotatedScript.Reports(Rule.Unfinished, """
            redis.call([|'GET, KEYS[1])|]
            local x = 1
            if x then
              f()
            end
            """, "unfinished string");

    [Fact]
    public void Leaves_finished_ones_alone() => AnnotatedScript.ReportsNothing("""
        return "a\
        b", [=[ ]] ]=] --[[ c
        ]]
        """);
}
