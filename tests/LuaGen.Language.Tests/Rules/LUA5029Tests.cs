using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5029Tests
{
    [Theory]
    [InlineData("""
        -- RETURNS left: long
        return [|redis.call('HGETALL', KEYS[1])|]
        """)]
    [InlineData("""
        -- RETURNS ok
        return [|'OK'|]
        """)]
    [InlineData("""
        -- RETURNS left: long
        return [|nil|]
        """)]
    [InlineData("""
        -- RETURNS left: long
        if ARGV[1] then return [|false|] end
        return 1
        """)]
    [InlineData("""
        -- RETURNS acquired: bool
        return [|redis.call('SET', KEYS[1], '1', 'NX')|]
        """)]
    [InlineData("""
        -- RETURNS a: long
        -- RETURNS b: string
        return [|{ 1 }|]
        """)]
    [InlineData("""
        -- RETURNS a: long
        -- RETURNS b: string
        return [|{ 1, 'x', 2 }|]
        """)]
    [InlineData("""
        -- RETURNS a: long
        -- RETURNS b: string
        return { 1, [|redis.call('LRANGE', KEYS[1], 0, 1)|] }
        """)]
    [InlineData("""
        -- RETURNS a: long
        -- RETURNS b: string
        return [|1|]
        """)]
    [InlineData("""
        -- RETURNS names: string[]
        return [|cjson.encode({ 'a' })|]
        """)]
    [InlineData("""
        -- RETURNS state: 'on' | 'off'
        return [|'of'|]
        """)]
    [InlineData("""
        -- RETURNS code: Acquired = 1 | Busy = 0
        return [|2|]
        """)]
    [InlineData("""
        -- RETURNS? name: string
        return [|{}|]
        """)]
    [InlineData("""
        -- RETURNS values: map<string, string>
        return [|1|]
        """)]
    public void Flags_what_could_never_be_read(string script) => RuleAssert.Flags(Rule.ReplyContradictsHeader, script);

    [Theory]
    [InlineData("""
        -- RETURNS left: long?
        return nil
        """)]
    [InlineData("""
        -- RETURNS? left: long
        return false
        """)]
    [InlineData("""
        -- RETURNS left: long
        return redis.call('GET', KEYS[1])
        """)]
    [InlineData("""
        -- RETURNS left: long
        return redis.error_reply('SHORT out of stock')
        """)]
    [InlineData("""
        -- RETURNS ok
        return redis.call('SET', KEYS[1], '1')
        """)]
    [InlineData("""
        -- RETURNS ok
        return { ok = 'OK' }
        """)]
    [InlineData("""
        -- RETURNS done: bool
        return redis.call('GET', KEYS[1]) and true
        """)]
    [InlineData("""
        -- RETURNS a: long
        -- RETURNS b: string?
        return { 1 }
        """)]
    [InlineData("""
        -- RETURNS a: long
        -- RETURNS b: string
        return { 1, unpack(ARGV) }
        """)]
    [InlineData("""
        -- RETURNS a: long
        -- RETURNS b: string
        return redis.call('HMGET', KEYS[1], 'a', 'b')
        """)]
    [InlineData("""
        -- RETURNS nothing
        return { 1, 2 }
        """)]
    [InlineData("""
        -- RETURNS state: 'on' | 'off'
        return ARGV[1]
        """)]
    [InlineData("""
        -- RETURNS code: Acquired = 1 | Busy = 0
        return 1
        """)]
    [InlineData("""
        -- RETURNS total: double
        redis.setresp(3)
        return { double = 1.5 }
        """)]
    [InlineData("""
        -- RETURNS value: string
        return redis.call(ARGV[1], KEYS[1])
        """)]
    [InlineData("""
        -- RETURNS rows: (name: string, score: double)[]
        return { { 'a', 1 } }
        """)]
    [InlineData("""
        -- RETURNS left: long
        local function read() return redis.call('GET', KEYS[1]) end
        return tonumber(read())
        """)]
    public void Leaves_what_fits_on_some_road_alone(string script) => RuleAssert.Quiet(Rule.ReplyContradictsHeader, script);

    [Fact]
    public void Says_what_a_lock_returns() => RuleAssert.Message(
        Rule.ReplyContradictsHeader,
        """
        -- RETURNS acquired: bool
        return redis.call('SET', KEYS[1], '1', 'NX')
        """,
        "The script returns a status or false here, but the header declares `bool`: return `redis.call('SET', KEYS[1], '1', 'NX') and 1 or 0`");

    [Fact]
    public void Says_that_nil_must_be_declared() => RuleAssert.Message(
        Rule.ReplyContradictsHeader,
        """
        -- RETURNS left: long
        return nil
        """,
        "The script returns nil here, but the header declares `long`: declare `long?`, or return a value");
}
