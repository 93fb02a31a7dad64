using LuaGen.Generator.Tests.Syntax;
using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA1004Tests
{
    [Theory]
    [InlineData("x = [|'abc|]\ny = 1", "close it with `'` on the same line")]
    [InlineData("x = [|\"abc|]", "close it with `\"`")]
    [InlineData("x = \"a\\\n[|b|]\ny = 1", "unfinished string")]
    [InlineData("x = [|[[abc|]", "close the bracket opened on line 1 with `]]`")]
    [InlineData("x = [==[a\nb\n[|c|]", "close the bracket opened on line 1 with `]==]`")]
    [InlineData("\n--[[a\n[||]", "unfinished long comment: close the bracket opened on line 2")]
    public void Flags(string script, string words) => AnnotatedScript.Reports(Rule.Unfinished, script, words);

    [Fact]
    public void Is_one_fault_with_all_that_the_string_swallowed() =>
        AnnotatedScript.Reports(Rule.Unfinished, "redis.call([|'GET, KEYS[1])|]\nlocal x = 1\nif x then\n  f()\nend", "unfinished string");

    [Fact]
    public void Leaves_finished_ones_alone() => AnnotatedScript.ReportsNothing("return \"a\\\nb\", [=[ ]] ]=] --[[ c\n]]");
}
