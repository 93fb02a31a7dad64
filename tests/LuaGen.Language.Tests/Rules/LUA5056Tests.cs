using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5056Tests
{
    [Theory]
    [InlineData("""
        local function [|f|](n) return f(n + 1) + 1 end
        return f(1)
        """)]
    [InlineData("""
        local function [|f|](n)
          redis.call('INCR', KEYS[1])
          if n > 5 then redis.call('DEL', KEYS[1]) end
          f(n + 1)
          return n
        end
        return f(1)
        """)]
    [InlineData("""
        local function [|f|](n)
          if n > 5 then return f(n - 1) else return f(n + 1) end
        end
        return f(1)
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.EndlessRecursion, script);

    [Theory]
    [InlineData("""
        local function f(n) if n > 5 then return n end return f(n + 1) end
        return f(1)
        """)]
    [InlineData("""
        local function f(n) return n > 5 and n or f(n + 1) end
        return f(1)
        """)]
    [InlineData("""
        local function f(n)
          if n > 5 then error({ err = 'DONE all' }) end
          return f(n + 1)
        end
        return f(1)
        """)]
    [InlineData("""
        local function check(n) if n > 5 then error({ err = 'DONE all' }) end end
        local function f(n)
          check(n)
          return f(n + 1)
        end
        return f(1)
        """)]
    [InlineData("""
        local function f(n)
          for i = 1, n do f(n - 1) end
          return n
        end
        return f(2)
        """)]
    [InlineData("""
        local function f(n) return function() return f(n) end end
        return f(1) and 1
        """)]
    [InlineData("""
        local function f(n)
          while true do
            if n > 5 then return n end
            n = n + 1
          end
        end
        return f(1)
        """)]
    public void Is_quiet_where_the_script_is_right(string script) => RuleAssert.Quiet(Rule.EndlessRecursion, script);
}
