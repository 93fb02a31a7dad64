using LuaGen.Generator.Findings;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA5032Tests
{
    [Theory]
    [InlineData("redis.call('PING')\nlocal t = { total = 0 }\nreturn ⟦t.totl⟧ + 1")]
    [InlineData("return 'key:' .. ⟦redis.call('SET', KEYS[1], '1')⟧")]
    [InlineData("redis.call('PING')\nlocal missing\nreturn 'x' .. ⟦missing⟧")]
    [InlineData("local n = redis.call('INCR', KEYS[1])\nreturn ⟦n⟧.value")]
    [InlineData("redis.call('PING')\nreturn -⟦true⟧")]
    [InlineData("redis.call('PING')\nreturn ⟦(1 == 2)⟧ + 1")]
    [InlineData("redis.call('PING')\nlocal f = 'name'\nreturn ⟦f⟧()")]
    [InlineData("redis.call('PING')\nlocal function read() end\nreturn ⟦read()⟧ * 2")]
    public void Flags_what_fails_on_every_road(string script) => RuleAssert.Flags(RuleId.OperationFails, script);

    [Theory]
    [InlineData("redis.call('PING')\nlocal t = { total = 0 }\nreturn t.total + 1")]
    [InlineData("return redis.call('GET', KEYS[1]) + 1")]
    [InlineData("return 'key:' .. redis.call('SET', KEYS[1], '1').ok")]
    [InlineData("local x\nif ARGV[1] then x = 1 end\nreturn x + 1")]
    [InlineData("return ARGV[1] * 2")]
    [InlineData("redis.call('PING')\nreturn someone.field + 1")]
    [InlineData("redis.call('PING')\nlocal t = setmetatable({}, { __index = function() return 1 end })\nreturn t.x + 1")]
    [InlineData("local t = {}\nfor i = 1, #ARGV do t[ARGV[i]] = (t[ARGV[i]] or 0) + 1 end\nreturn #KEYS")]
    [InlineData("redis.call('PING')\nlocal s = 'x'\nreturn s.len")]
    [InlineData("redis.call('PING')\nlocal f\nlocal function g() return f() end\nf = function() return 1 end\nreturn g()")]
    public void Leaves_what_works_on_some_road_alone(string script) => RuleAssert.Quiet(RuleId.OperationFails, script);

    [Fact]
    public Task Says_what_is_wrong() => RuleAssert.MessageAsync(
        RuleId.OperationFails,
        "redis.call('PING')\nlocal t = {}\nreturn t.totl + 1",
        "t.totl is nil and is no number: write tonumber(x or 0)");
}
