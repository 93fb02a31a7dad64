using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5004Tests
{
    [Theory]
    [InlineData("error([|{ code = KEYS[1] }|])")]
    [InlineData("error([|{}|], KEYS[1])")]
    [InlineData("error([|{ KEYS[1] }|])")]
    [InlineData("error([|{ err = nil, code = KEYS[1] }|])")]
    [InlineData("error([|{ err = true, key = KEYS[1] }|])")]
    [InlineData("error([|redis.status_reply(KEYS[1])|])")]
    [InlineData("""
        local failure = { code = KEYS[1] }
        error([|failure|])
        """)]
    [InlineData("""
        local function fail() error([|{ code = KEYS[1] }|]) end
        fail()
        """)]
    [InlineData("if not pcall(redis.call, 'GET', KEYS[1]) then error([|{ code = 1 }|]) end")]
    [InlineData("error([|{ ['code'] = KEYS[1] }|])")]
    public void Flags_tables_without_err(string script) => RuleAssert.Flags(Rule.CrashingError, script);

    [Theory]
    [InlineData("error({ err = 'NO ' .. KEYS[1] })")]
    [InlineData("error('NO ' .. KEYS[1])")]
    [InlineData("error(KEYS[1])")]
    [InlineData("error(nil, #KEYS)")]
    [InlineData("""
        local failure = {}
        failure.err = KEYS[1]
        error(failure)
        """)]
    [InlineData("""
        local failure = { code = 1 }
        rawset(failure, 'err', KEYS[1])
        error(failure)
        """)]
    [InlineData("""
        local function try() error({ code = KEYS[1] }) end
        local ok, e = pcall(try)
        return e.code
        """)]
    [InlineData("""
        local ok, e = pcall(function() error({ code = KEYS[1] }) end)
        return e.code
        """)]
    [InlineData("error({ ['err'] = KEYS[1] })")]
    [InlineData("error({ [KEYS[1]] = 'x' })")]
    [InlineData("error(redis.error_reply(KEYS[1]))")]
    [InlineData("pcall(error, { code = KEYS[1] })")]
    [InlineData("error({ err = 5, key = KEYS[1] })")]
    public void Leaves_errors_that_are_read_alone(string script) => RuleAssert.Quiet(Rule.CrashingError, script);

    [Fact]
    public void Says_what_to_write() => RuleAssert.Message(
        Rule.CrashingError,
        "error({ code = KEYS[1] })",
        "`error` with a table that has no 'err' text crashes Redis 7.0 to 8.0.2 and Valkey 7.2 to 8.1.1: write `error({ err = 'CODE text' })` or `error('text')`");
}
