using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA5026Tests
{
    [Theory]
    [InlineData("redis.call('PING')\nreturn [|{ a = 1 }|]")]
    [InlineData("redis.call('PING')\nlocal t = {}\nt.a = 1\nreturn [|t|]")]
    [InlineData("local t = {}\nt[ARGV[1] .. ''] = 1\nreturn [|t|]")]
    [InlineData("redis.call('PING')\nlocal function user() return { name = 'x' } end\nreturn [|user()|]")]
    [InlineData("local t, all = {}, redis.call('HGETALL', KEYS[1])\nfor i = 1, #all, 2 do t[all[i] .. ''] = all[i + 1] end\nreturn [|t|]")]
    [InlineData("redis.call('PING')\nreturn { 1, [|{ a = 1 }|] }")]
    public void Flags_tables_that_come_out_empty(string script) => RuleAssert.Flags(Rule.NamedTableReturned, script);

    [Theory]
    [InlineData("redis.call('PING')\nreturn { a = 1, 2 }")]
    [InlineData("redis.call('PING')\nreturn { ok = 'DONE' }")]
    [InlineData("redis.call('PING')\nreturn { err = 'E x' }")]
    [InlineData("redis.call('PING')\nreturn {}")]
    [InlineData("redis.call('PING')\nlocal t = {}\nt.a = 1\nt[1] = 2\nreturn t")]
    [InlineData("redis.call('PING')\nlocal t = { a = 1 }\nreturn cjson.encode(t)")]
    [InlineData("redis.call('PING')\nlocal t = { n = 0 }\nfor i = 1, 3 do t[#t + 1] = i end\nreturn t")]
    [InlineData("redis.call('PING')\nlocal t = { a = 1 }\ntable.insert(t, 1)\nreturn t")]
    [InlineData("redis.setresp(3)\nreturn { map = { a = 1 } }")]
    [InlineData("redis.call('PING')\nlocal t = { a = 1 }\nsomeone(t)\nreturn t")]
    [InlineData("local t = { a = 1 }\nt[ARGV[1] + 0] = 1\nreturn t")]
    public void Leaves_tables_with_elements_alone(string script) => RuleAssert.Quiet(Rule.NamedTableReturned, script);

    [Fact]
    public Task Says_what_to_write() => RuleAssert.MessageAsync(
        Rule.NamedTableReturned,
        "redis.call('PING')\nreturn { a = 1 }",
        "Redis drops the named fields of a returned table, so the reply is an empty array: return the values in order, or return the table through `cjson.encode`");
}
