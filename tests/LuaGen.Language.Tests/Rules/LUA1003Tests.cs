using LuaGen.Language.Rules;
using LuaGen.Language.Tests.Syntax;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA1003Tests
{
    [Fact]
    public void Flags_the_local_that_is_one_too_many() =>
        AnnotatedScript.Reports(Rule.LimitPassed, string.Concat(Enumerable.Repeat("local a\n", 200)) + "local b [||]", "main function has more than 200 local variables");

    [Fact]
    public void Flags_a_call_with_too_many_arguments() =>
        AnnotatedScript.Reports(Rule.LimitPassed, "f(" + string.Concat(Enumerable.Repeat("a, ", 248)) + "a)[||]", "function or expression too complex");

    [Fact]
    public void Flags_nesting_once_however_deep_it_is() =>
        AnnotatedScript.Reports(Rule.LimitPassed, "return " + new string('(', 199) + "[|(|]" + new string('(', 10_000), "at most 200 expressions and blocks are nested");

    [Fact]
    public void Names_the_function() =>
        AnnotatedScript.Reports(
            Rule.LimitPassed,
            string.Concat(Enumerable.Range(0, 61).Select(i => $"local a{i}\n")) + "return function()\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"x = a{i}\n")) + "x = a60\n[|end|]",
            "function at line 62 has more than 60 upvalues");

    [Fact]
    public void Leaves_alone_what_just_fits() =>
        AnnotatedScript.ReportsNothing(string.Concat(Enumerable.Repeat("local a\n", 200)) + "return " + new string('(', 198) + "1" + new string(')', 198));
}
