using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA5001Tests
{
    [Theory]
    [InlineData("[|x|] = 1\nreturn KEYS")]
    [InlineData("[|x|] = 1\nx = x + 1\nreturn { x, KEYS[1] }")]
    [InlineData("local a\na, [|b|] = 1, 2\nreturn KEYS")]
    [InlineData("function [|f|]() return KEYS end\nreturn f()")]
    [InlineData("local function g() [|n|] = 1 end\ng()\nreturn KEYS")]
    [InlineData("[|KEYS|] = {}")]
    [InlineData("[|redis.x|] = KEYS[1]")]
    [InlineData("function [|string.split|](s) return s end\nreturn KEYS")]
    [InlineData("local s = string\n[|s.split|] = 1\nreturn KEYS")]
    [InlineData("[|_G.x|] = KEYS")]
    [InlineData("[|_G['x']|] = KEYS")]
    [InlineData("[|rawset(_G, 'x', 1)|]\nreturn KEYS")]
    [InlineData("[|setmetatable(_G, {})|]\nreturn KEYS")]
    [InlineData("do local x = 1 end\n[|x|] = 2\nreturn KEYS")]
    public void Flags_what_cannot_be_set(string script) => RuleAssert.Flags(Rule.GlobalAssigned, script);

    [Theory]
    [InlineData("local x = 1\nx = 2\nreturn { x, KEYS[1] }")]
    [InlineData("KEYS[1] = 'a'\nreturn KEYS")]
    [InlineData("local redis = { }\nredis.x = KEYS[1]\nreturn redis.x")]
    [InlineData("local t = { KEYS[1] }\nt.x = 1\nfunction t.f() end\nfunction t:g() end\nreturn t")]
    [InlineData("local function f(x) x = KEYS[1] return x end\nreturn f(1)")]
    [InlineData("for i = 1, 3 do i = KEYS[1] end")]
    [InlineData("pcall(function() x = KEYS[1] end)")]
    [InlineData("local function probe() x = KEYS[1] end\npcall(probe)")]
    [InlineData("local probe = function() x = KEYS[1] end\nreturn pcall(probe)")]
    [InlineData("pcall(rawset, _G, 'x', KEYS[1])")]
    [InlineData("return setmetatable({}, { __index = KEYS })")]
    public void Leaves_what_can_be_set_alone(string script) => RuleAssert.Quiet(Rule.GlobalAssigned, script);

    [Fact]
    public Task Says_where_to_write_local() => RuleAssert.MessageAsync(
        Rule.GlobalAssigned,
        "total = 1\nreturn KEYS",
        "'total' cannot be set, because globals and libraries are read-only in scripts: write `local total = …` where it is first set");

    [Fact]
    public Task Says_local_function() => RuleAssert.MessageAsync(
        Rule.GlobalAssigned,
        "function f() end\nreturn KEYS",
        "'f' cannot be set, because globals and libraries are read-only in scripts: write `local function f`");
}
