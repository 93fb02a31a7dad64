using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5026Tests
{
    [Theory]
    [InlineData("return [|{ a = 1 }|]")]
    [InlineData("""
        local t = {}
        t.a = 1
        return [|t|]
        """)]
    [InlineData("""
        local t = {}
        t[ARGV[1] .. ''] = 1
        return [|t|]
        """)]
    [InlineData("""
        local function user() return { name = 'x' } end
        return [|user()|]
        """)]
    [InlineData("""
        local t, all = {}, redis.call('HGETALL', KEYS[1])
        for i = 1, #all, 2 do t[all[i] .. ''] = all[i + 1] end
        return [|t|]
        """)]
    [InlineData("return { 1, [|{ a = 1 }|] }")]
    public void Flags_tables_that_come_out_empty(string script) => RuleAssert.Flags(Rule.NamedTableReturned, script);

    [Theory]
    [InlineData("return { [|a|] = 1, 2 }")]
    [InlineData("""
        local t = {}
        t.[|a|] = 1
        t[1] = 2
        return t
        """)]
    [InlineData("""
        local t = { [|a|] = 1 }
        table.insert(t, 1)
        return t
        """)]
    [InlineData("""
        local t = { [|a|] = 1 }
        t[ARGV[1] + 0] = 1
        return t
        """)]
    [InlineData("""
        local t = {}
        for i = 1, 3 do t[#t + 1] = i end
        [|t['count']|] = #t
        return t
        """)]
    public void Flags_fields_of_tables_with_elements(string script) => RuleAssert.Flags(Rule.NamedTableReturned, script);

    [Theory]
    [InlineData("""
        local t = { n = 0 }
        for i = 1, 3 do t.n = t.n + 1; t[t.n] = i end
        return t
        """)]
    [InlineData("""
        local t = { a = nil, 1 }
        return t
        """)]
    [InlineData("""
        local t = { 1, a = 2 }
        if #ARGV > 0 then return cjson.encode(t) end
        return t
        """)]
    [InlineData("""
        local t = { 1, a = 2 }
        for name in pairs(t) do redis.call('INCR', name) end
        return t
        """)]
    [InlineData("""
        local t = { 1, a = 2 }
        return t[1]
        """)]
    [InlineData("return { 1, err = 'E x' }")]
    [InlineData("return { ok = 'DONE' }")]
    [InlineData("return { err = 'E x' }")]
    [InlineData("return {}")]
    [InlineData("""
        local t = { a = 1 }
        return cjson.encode(t)
        """)]
    [InlineData("""
        redis.setresp(3)
        return { map = { a = 1 } }
        """)]
    [InlineData("""
        local t = { a = 1 }
        someone(t)
        return t
        """)]
    public void Leaves_tables_with_elements_alone(string script) => RuleAssert.Quiet(Rule.NamedTableReturned, script);

    [Fact]
    public void Says_what_to_write() => RuleAssert.Message(
        Rule.NamedTableReturned,
        "return { a = 1 }",
        "Redis drops the named fields of a returned table, so the reply is an empty array: return the values in order, or return the table through `cjson.encode`");
}
