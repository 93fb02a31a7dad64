using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5006Tests
{
    [Theory]
    [InlineData("return [|string.rep(KEYS[1])|]")]
    [InlineData("return string.rep(KEYS[1], [|nil|])")]
    [InlineData("return string.rep(KEYS[1], [|'x'|])")]
    [InlineData("for _, k in ipairs([|nil|]) do return KEYS end")]
    [InlineData("return { [|unpack()|], KEYS[1] }")]
    [InlineData("return unpack([|'x'|], #KEYS)")]
    [InlineData("return table.concat([|'a'|], KEYS[1])")]
    [InlineData("return string.format([|'%s:%s'|], KEYS[1])")]
    [InlineData("return string.format('%d', [|'x'|]) .. KEYS[1]")]
    [InlineData("return string.format('%s %s', KEYS[1], [|true|])")]
    [InlineData("return string.format([|'%y'|], KEYS[1])")]
    [InlineData("return string.format([|'100%'|], KEYS[1])")]
    [InlineData("return [|('x'):rep()|] .. KEYS[1]")]
    [InlineData("return ('x'):[|split|](KEYS[1])")]
    [InlineData("return cjson.decode([|\"{'a': 1}\"|]) and KEYS")]
    [InlineData("""
        local json = '[1, 2,]'
        return cjson.decode([|json|]) and KEYS
        """)]
    [InlineData("return [|cjson.encode()|] .. KEYS[1]")]
    [InlineData("return [|cjson.decode(KEYS[1], true)|]")]
    [InlineData("[|redis.log(KEYS[1])|]")]
    [InlineData("redis.log([|'x'|], KEYS[1])")]
    [InlineData("redis.log([|4|], KEYS[1])")]
    [InlineData("""
        redis.setresp([|4|])
        return KEYS
        """)]
    [InlineData("return [|redis.sha1hex()|] .. KEYS[1]")]
    [InlineData("return redis.error_reply([|1|]) or KEYS")]
    [InlineData("return [|redis.status_reply('a', KEYS[1])|]")]
    [InlineData("""
        local format = string.format
        return format('%d', [|{}|]) .. KEYS[1]
        """)]
    [InlineData("[|table.insert(KEYS)|]")]
    [InlineData("return math.floor([|{}|]) + KEYS[1]")]
    [InlineData("return tonumber(KEYS[1], [|99|])")]
    [InlineData("return load([|'return 1'|]) and KEYS")]
    [InlineData("[|server.log(KEYS[1])|]")]
    [InlineData("for _, member in ipairs([|redis.call('SCARD', KEYS[1])|]) do end")]
    [InlineData("""
        local reply = redis.call('SET', KEYS[1], 'v')
        return cjson.decode([|reply|])
        """)]
    [InlineData("""
        local items = { KEYS[1] }
        return string.len([|items|])
        """)]
    [InlineData("""
        local count = #KEYS
        table.insert([|count|], 'x')
        """)]
    [InlineData("""
        local seen = redis.call('INCR', KEYS[1]) > 1
        return string.format('%s', [|seen|])
        """)]
    [InlineData("""
        local last
        return math.max([|last|], #KEYS)
        """)]
    [InlineData("return unpack([|KEYS[1]|])")]
    [InlineData("return math.max(#KEYS, [|nil|])")]
    [InlineData("return bit.band(#KEYS, [|nil|])")]
    [InlineData("return math.random([|nil|]) + #KEYS")]
    [InlineData("return [|math.random(1, #KEYS, 3)|]")]
    [InlineData("return string.char([|'x'|]) .. KEYS[1]")]
    [InlineData("return select([|{}|], KEYS[1])")]
    [InlineData("return [|xpcall(type)|] and KEYS")]
    [InlineData("return [|coroutine.create()|] and KEYS")]
    [InlineData("return cjson.encode_keep_buffer([|{}|]) and KEYS")]
    [InlineData("""
        return string.char([|300|])
        """)]
    [InlineData("""
        return table.concat({ 'a', [|true|] }, ',')
        """)]
    [InlineData("""
        return cjson.encode([|math.huge|])
        """)]
    [InlineData("""
        return cjson.encode({ n = 1, f = [|tostring|] })
        """)]
    [InlineData("""
        return cjson.encode([|{ [1] = 'a', [100] = 'b' }|])
        """)]
    [InlineData("""
        local t = {}
        t[1000] = 1
        return cjson.encode([|t|])
        """)]
    [InlineData("""
        local parts = ARGV[1]:[|split|](',')
        return #parts + #KEYS
        """)]
    [InlineData("""
        local first = ARGV[1]
        return first:[|trim|]() .. KEYS[1]
        """)]
    public void Flags_what_is_never_accepted(string script) => RuleAssert.Flags(Rule.FailingCall, script);

    [Theory]
    [InlineData("return { tonumber({}), KEYS[1] }")]
    [InlineData("return cjson.decode(redis.call('GET', KEYS[1]))")]
    [InlineData("return { math.max(ARGV[1], redis.call('INCR', KEYS[1])), string.len(#KEYS) }")]
    [InlineData("return string.format('%s', redis.call('GET', KEYS[1]))")]
    [InlineData("""
        local list = redis.pcall('SMEMBERS', KEYS[1])
        return unpack(list)
        """)]
    [InlineData("""
        local ok = pcall(function() return ipairs(redis.call('SCARD', KEYS[1])) end)
        return ok and 1 or 0
        """)]
    [InlineData("return { ('x'):rep(-1), KEYS[1] }")]
    [InlineData("return { math.floor('12'), math.floor('0x10'), math.floor(' 1e3 '), KEYS[1] }")]
    [InlineData("return { string.rep('x', 2, ','), KEYS[1] }")]
    [InlineData("return { select('#', KEYS[1]), select('2', 1, KEYS[1]), select(-1, KEYS[1]) }")]
    [InlineData("return { math.random(), math.random(#KEYS), math.random(1, #KEYS) }")]
    [InlineData("return cjson.encode_keep_buffer('on') and cjson.encode_max_depth(nil) and KEYS")]
    [InlineData("local co = coroutine.create(function() return KEYS end)\nreturn coroutine.resume(co)")]
    [InlineData("return { pcall(KEYS[1]), string.char() }")]
    [InlineData("return string.format('%5.1f%% %q %s', 1, 2, KEYS[1])")]
    [InlineData("return string.format('%s:%s', unpack(KEYS, 1, 2))")]
    [InlineData("return string.format(KEYS[1])")]
    [InlineData("return string.format('%%') .. KEYS[1]")]
    [InlineData("return { cjson.encode(nil), KEYS[1] }")]
    [InlineData("return cjson.decode('{\"a\": [1, NaN, 0x10, 01]}') and KEYS")]
    [InlineData("return cjson.decode(KEYS[1])")]
    [InlineData("redis.log(redis.LOG_WARNING, KEYS[1], 'x', {})")]
    [InlineData("""
        redis.setresp(3)
        return KEYS
        """)]
    [InlineData("return pcall(cjson.decode, '{')  and KEYS")]
    [InlineData("return pcall(function() return cjson.decode('{') end) and KEYS")]
    [InlineData("""
        redis.replicate_commands()
        return KEYS
        """)]
    [InlineData("""
        local list
        if KEYS[1] then list = {} end
        return ipairs(list)
        """)]
    [InlineData("""
        local t = nil
        t = {}
        return { unpack(t), KEYS[1] }
        """)]
    [InlineData("table.insert(KEYS, 1, 'x')")]
    [InlineData("return table.sort(KEYS, nil)")]
    [InlineData("return { setmetatable({}, nil), KEYS[1] }")]
    [InlineData("return { tostring(nil), type(nil), tonumber(nil), KEYS[1] }")]
    [InlineData("""
        local string = { rep = function() return KEYS end }
        return string.rep()
        """)]
    [InlineData("return ('%s'):format(KEYS[1])")]
    [InlineData("return cjson.encode(KEYS[1]:gsub('a', 'b'))")]
    [InlineData("return select('#', unpack(KEYS, 1, 2))")]
    [InlineData("return { unpack({ 1 }, nil, 1), KEYS[1] }")]
    [InlineData("redis.log('2', KEYS[1])")]
    [InlineData("""
        return string.char(255)
        """)]
    [InlineData("""
        return table.concat({ 'a', 1 }, ',')
        """)]
    [InlineData("""
        cjson.encode_invalid_numbers(true)
        return cjson.encode(math.huge)
        """)]
    [InlineData("""
        cjson.encode_sparse_array(true)
        return cjson.encode({ [1] = 'a', [100] = 'b' })
        """)]
    [InlineData("""
        return cjson.encode({ ['1'] = 'a', ['100'] = 'b' })
        """)]
    [InlineData("""
        local t = { [20] = 1 }
        for i = 1, 19 do t[i] = i end
        return cjson.encode(t)
        """)]
    [InlineData("""
        local ok, text = pcall(cjson.encode, tostring)
        return ok and text
        """)]
    [InlineData("return ARGV[1]:match('^(%w+)') or KEYS[1]")]
    [InlineData("""
        local order = cjson.decode(ARGV[1])
        return order:total() or KEYS[1]
        """)]
    public void Leaves_what_works_alone(string script) => RuleAssert.Quiet(Rule.FailingCall, script);

    [Fact]
    public void Says_the_form() => RuleAssert.Message(
        Rule.FailingCall,
        "return string.rep(KEYS[1], nil)",
        "`string.rep` takes a number here, not nil, so the call always fails: write `string.rep(s, n)`");

    [Fact]
    public void Says_where_json_ends() => RuleAssert.Message(
        Rule.FailingCall,
        "return cjson.decode('[1,]') and KEYS",
        "`cjson.decode` cannot read this text (expected a value, found `]` at character 4), so the call always fails: fix the JSON");

    [Fact]
    public void Says_what_a_format_lacks() => RuleAssert.Message(
        Rule.FailingCall,
        "return string.format('%s %s', KEYS[1])",
        "`string.format` has no value for `%s`, so the call always fails: pass a value for it, or write `%%` for a percent sign");
}
