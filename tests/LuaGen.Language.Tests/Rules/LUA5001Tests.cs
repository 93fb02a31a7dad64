using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5001Tests
{
    [Theory]
    [InlineData("""
        [|x|] = 1
        return KEYS
        """)]
    [InlineData("""
        [|x|] = 1
        x = x + 1
        return { x, KEYS[1] }
        """)]
    [InlineData("""
        local a
        a, [|b|] = 1, 2
        return KEYS
        """)]
    [InlineData("""
        function [|f|]() return KEYS end
        return f()
        """)]
    [InlineData("""
        local function g() [|n|] = 1 end
        g()
        return KEYS
        """)]
    [InlineData("[|KEYS|] = {}")]
    [InlineData("[|redis.x|] = KEYS[1]")]
    [InlineData("""
        function [|string.split|](s) return s end
        return KEYS
        """)]
    [InlineData("""
        local s = string
        [|s.split|] = 1
        return KEYS
        """)]
    [InlineData("[|_G.x|] = KEYS")]
    [InlineData("[|_G['x']|] = KEYS")]
    [InlineData("""
        [|rawset(_G, 'x', 1)|]
        return KEYS
        """)]
    [InlineData("""
        [|setmetatable(_G, {})|]
        return KEYS
        """)]
    [InlineData("""
        do local x = 1 end
        [|x|] = 2
        return KEYS
        """)]
    public void Flags_what_cannot_be_set(string script) => RuleAssert.Flags(Rule.GlobalAssigned, script);

    [Theory]
    [InlineData("""
        local x = 1
        x = 2
        return { x, KEYS[1] }
        """)]
    [InlineData("""
        KEYS[1] = 'a'
        return KEYS
        """)]
    [InlineData("""
        local redis = { }
        redis.x = KEYS[1]
        return redis.x
        """)]
    [InlineData("""
        local t = { KEYS[1] }
        t.x = 1
        function t.f() end
        function t:g() end
        return t
        """)]
    [InlineData("""
        local function f(x) x = KEYS[1] return x end
        return f(1)
        """)]
    [InlineData("for i = 1, 3 do i = KEYS[1] end")]
    [InlineData("pcall(function() x = KEYS[1] end)")]
    [InlineData("""
        local function probe() x = KEYS[1] end
        pcall(probe)
        """)]
    [InlineData("""
        local probe = function() x = KEYS[1] end
        return pcall(probe)
        """)]
    [InlineData("pcall(rawset, _G, 'x', KEYS[1])")]
    [InlineData("return setmetatable({}, { __index = KEYS })")]
    public void Leaves_what_can_be_set_alone(string script) => RuleAssert.Quiet(Rule.GlobalAssigned, script);

    [Fact]
    public void Says_where_to_write_local() => RuleAssert.Message(
        Rule.GlobalAssigned,
        """
        total = 1
        return KEYS
        """,
        "'total' cannot be set, because globals and libraries are read-only in scripts: write `local total = …` where it is first set");

    [Fact]
    public void Says_local_function() => RuleAssert.Message(
        Rule.GlobalAssigned,
        """
        function f() end
        return KEYS
        """,
        "'f' cannot be set, because globals and libraries are read-only in scripts: write `local function f`");
}
