using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2011Tests
{
    private const string Library = """
        #!lua name=mylib
        redis.register_function('f', function(keys, args) return 1 end)
        """;

    [Fact]
    public void Flags_a_library_and_emits_nothing_for_it()
    {
        RuleAssert.Flags(Rule.FunctionLibrary, """
            [|#!lua name=mylib|]
            redis.register_function('f', function(keys, args) return 1 end)
            """);
        Assert.Null(TestCompiler.Compile(Library).Model);
    }

    [Fact]
    public void Leaves_a_script_with_a_shebang_alone() => RuleAssert.Quiet(Rule.FunctionLibrary, """
        #!lua flags=no-writes
        -- RETURNS long
        return 1
        """);
}
