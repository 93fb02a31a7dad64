using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5032Tests
{
    [Theory]
    [InlineData("""
        local t = { total = 0 }
        return [|t.totl|] + 1
        """)]
    [InlineData("return 'key:' .. [|redis.call('SET', KEYS[1], '1')|]")]
    [InlineData("""
        local missing
        return 'x' .. [|missing|]
        """)]
    [InlineData("""
        local n = redis.call('INCR', KEYS[1])
        return [|n|].value
        """)]
    [InlineData("return -[|true|]")]
    [InlineData("return [|(1 == 2)|] + 1")]
    [InlineData("""
        local f = 'name'
        return [|f|]()
        """)]
    [InlineData("""
        local function read() end
        return [|read()|] * 2
        """)]
    [InlineData("""
        local t = {}
        return [|t|] + 1
        """)]
    [InlineData("""
        local t = {}
        return 'x' .. [|t|]
        """)]
    [InlineData("return [|redis.call('HKEYS', KEYS[1])|] .. 'x'")]
    [InlineData("return [|KEYS|] - 1")]
    [InlineData("return [|'abc'|] + 1")]
    [InlineData("""
        local unit = ''
        return 5 * [|unit|]
        """)]
    [InlineData("if [|ARGV|] < 3 then return 1 end")]
    [InlineData("if [|redis.call('SMEMBERS', KEYS[1])|] > 5 then return 1 end")]
    [InlineData("""
        local limit
        if redis.call('INCR', KEYS[1]) > [|limit|] then return 1 end
        """)]
    [InlineData("""
        local done = redis.call('INCR', KEYS[1]) > 5
        if [|done|] > 1 then return 1 end
        """)]
    [InlineData("return #[|redis.call('INCR', KEYS[1])|]")]
    [InlineData("return #[|(1 == 2)|]")]
    [InlineData("""
        local last
        for i = 1, [|last|] do end
        """)]
    [InlineData("for i = [|'first'|], 3 do end")]
    [InlineData("for i = 1, [|KEYS|] do end")]
    [InlineData("for _, key in [|KEYS|] do redis.call('DEL', key) end")]
    [InlineData("for _, member in [|redis.call('SMEMBERS', KEYS[1])|] do end")]
    [InlineData("""
        local t = { 1, 2 }
        for _, v in [|t|] do end
        """)]
    [InlineData("""
        local n = redis.call('INCR', KEYS[1])
        return [|n|]:rep(2)
        """)]
    public void Flags_what_fails_on_every_road(string script) => RuleAssert.Flags(Rule.OperationFails, script);

    [Theory]
    [InlineData("""
        local t = { total = 0 }
        return t.total + 1
        """)]
    [InlineData("return redis.call('GET', KEYS[1]) + 1")]
    [InlineData("return 'key:' .. redis.call('SET', KEYS[1], '1').ok")]
    [InlineData("""
        local x
        if ARGV[1] then x = 1 end
        return x + 1
        """)]
    [InlineData("return ARGV[1] * 2")]
    [InlineData("return someone.field + 1")]
    [InlineData("""
        local t = setmetatable({}, { __index = function() return 1 end })
        return t.x + 1
        """)]
    [InlineData("""
        local t = {}
        for i = 1, #ARGV do t[ARGV[i]] = (t[ARGV[i]] or 0) + 1 end
        return #KEYS
        """)]
    [InlineData("""
        local s = 'x'
        return s.len
        """)]
    [InlineData("""
        local f
        local function g() return f() end
        f = function() return 1 end
        return g()
        """)]
    [InlineData("""
        local t = setmetatable({}, { __add = function() return 1 end })
        return t + 1
        """)]
    [InlineData("""
        local t = {}
        setmetatable(t, { __concat = function() return 'x' end, __lt = function() return true end })
        return t .. 'x', t < t
        """)]
    [InlineData("""
        local t = setmetatable({}, { __call = function(_, _, i) if (i or 0) < 3 then return (i or 0) + 1 end end })
        for i in t do end
        """)]
    [InlineData("return '0x10' + ' 12 ' + '1e3' + '.5' + '-1' + 'inf'")]
    [InlineData("for i = '1', '3' do end")]
    [InlineData("for i = 1, ARGV[1] do redis.call('INCR', KEYS[1]) end")]
    [InlineData("for i = 1, redis.call('GET', KEYS[1]) do redis.call('INCR', KEYS[2]) end")]
    [InlineData("for k, v in next, { 1 } do end")]
    [InlineData("for word in string.gmatch(ARGV[1], '%a') do end")]
    [InlineData("""
        local function each(t) return function() return table.remove(t) end end
        for v in each({ 1 }) do end
        """)]
    [InlineData("return #redis.call('GET', KEYS[1])")]
    [InlineData("return #ARGV[1] + #KEYS")]
    [InlineData("return ('x'):rep(3)")]
    [InlineData("return 'a' < 'b'")]
    [InlineData("""
        local best
        for i, v in ipairs(ARGV) do if not best or v > best then best = v end end
        return best
        """)]
    public void Leaves_what_works_on_some_road_alone(string script) => RuleAssert.Quiet(Rule.OperationFails, script);

    [Fact]
    public void Says_what_is_wrong() => RuleAssert.Message(
        Rule.OperationFails,
        """
        local t = {}
        return t.totl + 1
        """,
        "`t.totl` is nil and not a number: write `tonumber(t.totl or 0)`");

    [Theory]
    [InlineData("return 'a' .. (ARGV[1] == 'x')", "`(ARGV[1] == 'x')` is a boolean and cannot be concatenated: write `tostring(ARGV[1] == 'x')`")]
    [InlineData("return 1 + (ARGV[1] == 'x')", "`(ARGV[1] == 'x')` is a boolean and not a number: write `(ARGV[1] == 'x' and 1 or 0)`")]
    [InlineData("return 'set: ' .. redis.call('SET', KEYS[1], '1')", "`redis.call('SET', KEYS[1], '1')` is a status and cannot be concatenated: write `redis.call('SET', KEYS[1], '1').ok`")]
    [InlineData("for i, key in KEYS do redis.call('DEL', key) end", "`KEYS` is a table and not an iterator: write `ipairs(KEYS)` or `pairs(KEYS)`")]
    [InlineData("return 'x' .. KEYS", "`KEYS` is a table and cannot be concatenated: write `table.concat(KEYS)`, or one of its elements")]
    public void Names_the_expression(string script, string message) => RuleAssert.Message(Rule.OperationFails, script, message);
}
