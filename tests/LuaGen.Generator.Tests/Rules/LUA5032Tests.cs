using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA5032Tests
{
    [Theory]
    [InlineData("redis.call('PING')\nlocal t = { total = 0 }\nreturn [|t.totl|] + 1")]
    [InlineData("return 'key:' .. [|redis.call('SET', KEYS[1], '1')|]")]
    [InlineData("redis.call('PING')\nlocal missing\nreturn 'x' .. [|missing|]")]
    [InlineData("local n = redis.call('INCR', KEYS[1])\nreturn [|n|].value")]
    [InlineData("redis.call('PING')\nreturn -[|true|]")]
    [InlineData("redis.call('PING')\nreturn [|(1 == 2)|] + 1")]
    [InlineData("redis.call('PING')\nlocal f = 'name'\nreturn [|f|]()")]
    [InlineData("redis.call('PING')\nlocal function read() end\nreturn [|read()|] * 2")]
    [InlineData("redis.call('PING')\nlocal t = {}\nreturn [|t|] + 1")]
    [InlineData("redis.call('PING')\nlocal t = {}\nreturn 'x' .. [|t|]")]
    [InlineData("return [|redis.call('HKEYS', KEYS[1])|] .. 'x'")]
    [InlineData("redis.call('PING')\nreturn [|KEYS|] - 1")]
    [InlineData("redis.call('PING')\nreturn [|'abc'|] + 1")]
    [InlineData("redis.call('PING')\nlocal unit = ''\nreturn 5 * [|unit|]")]
    [InlineData("redis.call('PING')\nif [|ARGV|] < 3 then return 1 end")]
    [InlineData("if [|redis.call('SMEMBERS', KEYS[1])|] > 5 then return 1 end")]
    [InlineData("local limit\nif redis.call('INCR', KEYS[1]) > [|limit|] then return 1 end")]
    [InlineData("local done = redis.call('INCR', KEYS[1]) > 5\nif [|done|] > 1 then return 1 end")]
    [InlineData("return #[|redis.call('INCR', KEYS[1])|]")]
    [InlineData("redis.call('PING')\nreturn #[|(1 == 2)|]")]
    [InlineData("redis.call('PING')\nlocal last\nfor i = 1, [|last|] do end")]
    [InlineData("redis.call('PING')\nfor i = [|'first'|], 3 do end")]
    [InlineData("redis.call('PING')\nfor i = 1, [|KEYS|] do end")]
    [InlineData("for _, key in [|KEYS|] do redis.call('DEL', key) end")]
    [InlineData("for _, member in [|redis.call('SMEMBERS', KEYS[1])|] do end")]
    [InlineData("redis.call('PING')\nlocal t = { 1, 2 }\nfor _, v in [|t|] do end")]
    [InlineData("local n = redis.call('INCR', KEYS[1])\nreturn [|n|]:rep(2)")]
    public void Flags_what_fails_on_every_road(string script) => RuleAssert.Flags(Rule.OperationFails, script);

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
    [InlineData("redis.call('PING')\nlocal t = setmetatable({}, { __add = function() return 1 end })\nreturn t + 1")]
    [InlineData("redis.call('PING')\nlocal t = {}\nsetmetatable(t, { __concat = function() return 'x' end, __lt = function() return true end })\nreturn t .. 'x', t < t")]
    [InlineData("redis.call('PING')\nlocal t = setmetatable({}, { __call = function(_, _, i) if (i or 0) < 3 then return (i or 0) + 1 end end })\nfor i in t do end")]
    [InlineData("redis.call('PING')\nreturn '0x10' + ' 12 ' + '1e3' + '.5' + '-1' + 'inf'")]
    [InlineData("redis.call('PING')\nfor i = '1', '3' do end")]
    [InlineData("for i = 1, ARGV[1] do redis.call('INCR', KEYS[1]) end")]
    [InlineData("for i = 1, redis.call('GET', KEYS[1]) do redis.call('INCR', KEYS[2]) end")]
    [InlineData("redis.call('PING')\nfor k, v in next, { 1 } do end")]
    [InlineData("redis.call('PING')\nfor word in string.gmatch(ARGV[1], '%a') do end")]
    [InlineData("redis.call('PING')\nlocal function each(t) return function() return table.remove(t) end end\nfor v in each({ 1 }) do end")]
    [InlineData("return #redis.call('GET', KEYS[1])")]
    [InlineData("return #ARGV[1] + #KEYS")]
    [InlineData("redis.call('PING')\nreturn ('x'):rep(3)")]
    [InlineData("redis.call('PING')\nreturn 'a' < 'b'")]
    [InlineData("redis.call('PING')\nlocal best\nfor i, v in ipairs(ARGV) do if not best or v > best then best = v end end\nreturn best")]
    public void Leaves_what_works_on_some_road_alone(string script) => RuleAssert.Quiet(Rule.OperationFails, script);

    [Fact]
    public Task Says_what_is_wrong() => RuleAssert.MessageAsync(
        Rule.OperationFails,
        "redis.call('PING')\nlocal t = {}\nreturn t.totl + 1",
        "`t.totl` is nil and not a number: write `tonumber(t.totl or 0)`");

    [Theory]
    [InlineData("return 'a' .. (ARGV[1] == 'x')", "`(ARGV[1] == 'x')` is a boolean and cannot be concatenated: write `tostring(ARGV[1] == 'x')`")]
    [InlineData("return 1 + (ARGV[1] == 'x')", "`(ARGV[1] == 'x')` is a boolean and not a number: write `(ARGV[1] == 'x' and 1 or 0)`")]
    [InlineData("return 'set: ' .. redis.call('SET', KEYS[1], '1')", "`redis.call('SET', KEYS[1], '1')` is a status and cannot be concatenated: write `redis.call('SET', KEYS[1], '1').ok`")]
    [InlineData("for i, key in KEYS do redis.call('DEL', key) end", "`KEYS` is a table and not an iterator: write `ipairs(KEYS)` or `pairs(KEYS)`")]
    [InlineData("return 'x' .. KEYS", "`KEYS` is a table and cannot be concatenated: write `table.concat(KEYS)`, or one of its elements")]
    public Task Names_the_expression(string script, string message) => RuleAssert.MessageAsync(Rule.OperationFails, "redis.call('PING')\n" + script, message);
}
