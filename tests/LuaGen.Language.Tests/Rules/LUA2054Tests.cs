using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2054Tests
{
    [Fact]
    public void Flags_both_tables() => RuleAssert.Flags(Rule.TableOfScripts, """
        #!lua name=stock
        redis.register_function('count', function(keys, args) return redis.call('SET', [|KEYS|][1], [|ARGV|][1]) end)
        """);

    [Fact]
    public void Is_quiet_about_parameters_of_these_names() => RuleAssert.Quiet(Rule.TableOfScripts, """
        #!lua name=stock
        -- KEYS[1] stock
        -- RETURNS string?
        redis.register_function('count', function(KEYS, ARGV) return redis.call('GET', KEYS[1]) end)
        """);
}
