using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5043Tests
{
    [Theory]
    [InlineData("""
        local function f() return 1 end
        return [|f|]
        """)]
    [InlineData("return [|function() return 1 end|]")]
    [InlineData("""
        local h = { get = function() return 1 end }
        return [|h.get|]
        """)]
    [InlineData("""
        local f = tostring
        return { 1, [|f|] }
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.FunctionReturned, script);

    [Theory]
    [InlineData("""
        local function f() return 1 end
        return f()
        """)]
    [InlineData("""
        local h = { get = function() return 1 end }
        return h.get()
        """)]
    [InlineData("""
        local f = ARGV[1] and tostring or 1
        return f
        """)]
    [InlineData("""
        local function f() return f end
        return 1
        """)]
    public void Is_quiet_where_the_script_is_right(string script) => RuleAssert.Quiet(Rule.FunctionReturned, script);
}
