using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5003Tests
{
    [Theory]
    [InlineData("return redis.error_reply([|'BUSY ' .. KEYS[1]|])")]
    [InlineData("return redis.error_reply([|'NOSCRIPT'|])")]
    [InlineData("return redis.error_reply([|'-MOVED 1 a:1'|])")]
    [InlineData("return { err = [|'ASK ' .. KEYS[1]|] }")]
    [InlineData("""
        local code = 'TRY' .. 'AGAIN'
        return redis.error_reply([|code .. ' later ' .. KEYS[1]|])
        """)]
    [InlineData("error({ err = [|'READONLY ' .. KEYS[1]|] })")]
    [InlineData("return KEYS[1] and { err = [|'LOADING data'|] } or 1")]
    [InlineData("return redis.error_reply([|string.format('BUSY %s', KEYS[1])|])")]
    [InlineData("return redis.error_reply([|('BUSY %s'):format(KEYS[1])|])")]
    [InlineData("""
        local function fail() return redis.error_reply([|'MISCONF x'|]) end
        if KEYS[1] then return fail() end
        """)]
    [InlineData("""
        local failure = { err = [|'CLUSTERDOWN x'|] }
        if KEYS[1] then return failure end
        """)]
    [InlineData("return server.error_reply([|'BUSY ' .. #KEYS|])")]
    public void Flags_codes_of_the_server(string script) => RuleAssert.Flags(Rule.ReservedCode, script);

    [Theory]
    [InlineData("return redis.error_reply('TAKEN ' .. KEYS[1])")]
    [InlineData("return redis.error_reply('BUSYGROUP ' .. KEYS[1])")]
    [InlineData("return redis.error_reply('BUSY' .. KEYS[1])")]
    [InlineData("error('BUSY ' .. KEYS[1])")]
    [InlineData("error('BUSY ' .. KEYS[1], 0)")]
    [InlineData("return { err = '-MOVED ' .. KEYS[1] }")]
    [InlineData("return redis.error_reply(KEYS[1] .. 'BUSY ')")]
    [InlineData("return cjson.encode({ err = 'BUSY ' .. KEYS[1] })")]
    [InlineData("return { state = KEYS[1], err = 'BUSY x' }")]
    [InlineData("return redis.error_reply('busy ' .. KEYS[1])")]
    [InlineData("""
        local function try() error({ err = 'BUSY x' }) end
        local ok = pcall(try)
        return ok and KEYS
        """)]
    [InlineData("return redis.status_reply('BUSY ' .. KEYS[1])")]
    public void Leaves_codes_of_scripts_alone(string script) => RuleAssert.Quiet(Rule.ReservedCode, script);

    [Fact]
    public void Says_what_clients_do() => RuleAssert.Message(
        Rule.ReservedCode,
        "return redis.error_reply('BUSY ' .. KEYS[1])",
        "'BUSY' is a server error code, after which clients may send the call again: begin the error with a code of your own");
}
