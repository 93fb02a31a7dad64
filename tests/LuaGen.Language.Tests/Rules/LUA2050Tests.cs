using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2050Tests
{
    [Fact]
    public void Flags_a_name_with_a_dash() => RuleAssert.Flags(Rule.BadLibrary, """
        [|#!lua name=stock-functions|]
        redis.register_function('count', function(keys, args) return redis.call('GET', keys[1]) end)
        """);

    [Fact]
    public void Flags_no_function() => RuleAssert.Flags(Rule.BadLibrary, """
        [|#!lua name=stock|]
        local limit = 1
        """);

    [Theory]
    [InlineData("#!lua name=stock flags=no-writes", "Invalid metadata value given: flags=no-writes")]
    [InlineData("#!lua version=1 name=stock", "Invalid metadata value given: version=1")]
    [InlineData("#!lua name=stock name=stock", "name argument was given multiple times")]
    [InlineData("#!js name=stock", "Engine 'js' not found")]
    [InlineData("#!lua name=", "Library names can only contain letters, numbers, or underscores(_)")]
    public void Flags_a_first_line_that_the_server_refuses(string line, string wording)
    {
        const string Function = "\nredis.register_function('count', function(keys) return redis.call('GET', keys[1]) end)";

        RuleAssert.Flags(Rule.BadLibrary, $"[|{line}|]{Function}");
        Assert.Contains(wording, TestCompiler.Message(TestCompiler.Compile(line + Function).Findings[0]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!LUA name=stock")]
    [InlineData("#!lua NAME=stock")]
    [InlineData("#!lua   name='stock'  ")]
    [InlineData("#!lua\tname=\"stock\"")]
    public void Is_quiet_about_a_first_line_that_the_server_accepts(string line) =>
        RuleAssert.Quiet(Rule.BadLibrary, line + "\nredis.register_function('count', function(keys) return redis.call('GET', keys[1]) end)");

    [Fact]
    public void Is_quiet_about_a_valid_name() => RuleAssert.Quiet(Rule.BadLibrary, """
        #!lua name=Stock_2
        redis.register_function('count', function(keys, args) return redis.call('GET', keys[1]) end)
        """);

    [Fact]
    public void Leaves_a_function_that_a_loop_registers_is_not_missing_to_another_rule() => RuleAssert.Quiet(Rule.BadLibrary, """
        #!lua name=stock
        for i = 1, 2 do
            redis.register_function('count' .. i, function(keys) return 1 end)
        end
        """);
}
