using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA5029Tests
{
    [Theory]
    [InlineData("-- RETURNS left: long\nreturn [|redis.call('HGETALL', KEYS[1])|]")]
    [InlineData("-- RETURNS ok\nredis.call('PING')\nreturn [|'OK'|]")]
    [InlineData("-- RETURNS left: long\nredis.call('PING')\nreturn [|nil|]")]
    [InlineData("-- RETURNS left: long\nif ARGV[1] then return [|false|] end\nreturn 1")]
    [InlineData("-- RETURNS acquired: bool\nreturn [|redis.call('SET', KEYS[1], '1', 'NX')|]")]
    [InlineData("-- RETURNS a: long\n-- RETURNS b: string\nredis.call('PING')\nreturn [|{ 1 }|]")]
    [InlineData("-- RETURNS a: long\n-- RETURNS b: string\nredis.call('PING')\nreturn [|{ 1, 'x', 2 }|]")]
    [InlineData("-- RETURNS a: long\n-- RETURNS b: string\nreturn { 1, [|redis.call('LRANGE', KEYS[1], 0, 1)|] }")]
    [InlineData("-- RETURNS a: long\n-- RETURNS b: string\nredis.call('PING')\nreturn [|1|]")]
    [InlineData("-- RETURNS names: string[]\nredis.call('PING')\nreturn [|cjson.encode({ 'a' })|]")]
    [InlineData("-- RETURNS state: 'on' | 'off'\nredis.call('PING')\nreturn [|'of'|]")]
    [InlineData("-- RETURNS code: Acquired = 1 | Busy = 0\nredis.call('PING')\nreturn [|2|]")]
    [InlineData("-- RETURNS? name: string\nredis.call('PING')\nreturn [|{}|]")]
    [InlineData("-- RETURNS values: map<string, string>\nredis.call('PING')\nreturn [|1|]")]
    public void Flags_what_could_never_be_read(string script) => RuleAssert.Flags(Rule.ReplyContradictsHeader, script);

    [Theory]
    [InlineData("-- RETURNS left: long?\nredis.call('PING')\nreturn nil")]
    [InlineData("-- RETURNS? left: long\nredis.call('PING')\nreturn false")]
    [InlineData("-- RETURNS left: long\nreturn redis.call('GET', KEYS[1])")]
    [InlineData("-- RETURNS left: long\nreturn redis.error_reply('SHORT out of stock')")]
    [InlineData("-- RETURNS ok\nreturn redis.call('SET', KEYS[1], '1')")]
    [InlineData("-- RETURNS ok\nredis.call('PING')\nreturn { ok = 'OK' }")]
    [InlineData("-- RETURNS done: bool\nreturn redis.call('GET', KEYS[1]) and true")]
    [InlineData("-- RETURNS a: long\n-- RETURNS b: string?\nredis.call('PING')\nreturn { 1 }")]
    [InlineData("-- RETURNS a: long\n-- RETURNS b: string\nreturn { 1, unpack(ARGV) }")]
    [InlineData("-- RETURNS a: long\n-- RETURNS b: string\nreturn redis.call('HMGET', KEYS[1], 'a', 'b')")]
    [InlineData("-- RETURNS nothing\nredis.call('PING')\nreturn { 1, 2 }")]
    [InlineData("-- RETURNS state: 'on' | 'off'\nreturn ARGV[1]")]
    [InlineData("-- RETURNS code: Acquired = 1 | Busy = 0\nredis.call('PING')\nreturn 1")]
    [InlineData("-- RETURNS total: double\nredis.setresp(3)\nreturn { double = 1.5 }")]
    [InlineData("-- RETURNS value: string\nreturn redis.call(ARGV[1], KEYS[1])")]
    [InlineData("-- RETURNS rows: (name: string, score: double)[]\nredis.call('PING')\nreturn { { 'a', 1 } }")]
    [InlineData("-- RETURNS left: long\nlocal function read() return redis.call('GET', KEYS[1]) end\nreturn tonumber(read())")]
    public void Leaves_what_fits_on_some_road_alone(string script) => RuleAssert.Quiet(Rule.ReplyContradictsHeader, script);

    [Fact]
    public Task Says_what_a_lock_returns() => RuleAssert.MessageAsync(
        Rule.ReplyContradictsHeader,
        "-- RETURNS acquired: bool\nreturn redis.call('SET', KEYS[1], '1', 'NX')",
        "The script returns a status or false here, but the header declares `bool`: return `redis.call('SET', KEYS[1], '1', 'NX') and 1 or 0`");

    [Fact]
    public Task Says_that_nil_must_be_declared() => RuleAssert.MessageAsync(
        Rule.ReplyContradictsHeader,
        "-- RETURNS left: long\nredis.call('PING')\nreturn nil",
        "The script returns nil here, but the header declares `long`: declare `long?`, or return a value");
}
