using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5021Tests
{
    [Theory]
    [InlineData("if [|redis.call('SET', KEYS[1], '1') == 'OK'|] then return 1 end")]
    [InlineData("""
        local reply = redis.call('SET', KEYS[1], '1', 'NX')
        if [|reply ~= 'OK'|] then return 0 end
        """)]
    [InlineData("if [|'OK' == redis.pcall('RENAME', KEYS[1], KEYS[2])|] then return 1 end")]
    [InlineData("return [|redis.call('TYPE', KEYS[1]) == 'hash'|] and 1 or 0")]
    [InlineData("""
        local t = redis.call('TYPE', KEYS[1])
        if [|t == ARGV[1] .. ''|] then return 1 end
        """)]
    public void Flags_statuses(string script) => RuleAssert.Flags(Rule.StatusComparedWithText, script);

    [Theory]
    [InlineData("if redis.call('SET', KEYS[1], '1').ok == 'OK' then return 1 end")]
    [InlineData("if redis.call('TYPE', KEYS[1])['ok'] == 'hash' then return 1 end")]
    [InlineData("if redis.call('SET', KEYS[1], '1', 'GET') == 'OK' then return 1 end")]
    [InlineData("if redis.call('SET', KEYS[1], '1', ARGV[1]) == 'OK' then return 1 end")]
    [InlineData("if redis.call('GET', KEYS[1]) == 'OK' then return 1 end")]
    [InlineData("""
        local t = redis.call('TYPE', KEYS[1])
        if type(t) == 'table' then t = t.ok end
        if t == 'hash' then return 1 end
        """)]
    [InlineData("if redis.call('PING', ARGV[1]) == 'x' then return 1 end")]
    public void Leaves_fields_and_strings_alone(string script) => RuleAssert.Quiet(Rule.StatusComparedWithText, script);

    [Fact]
    public void Says_what_to_write() => RuleAssert.Message(
        Rule.StatusComparedWithText,
        "if redis.call('TYPE', KEYS[1]) == 'hash' then return 1 end",
        "The reply of TYPE is a table, which never equals a string: write `redis.call('TYPE', KEYS[1]).ok == 'hash'`");

    [Theory]
    [InlineData("reply == 'OK'", "reply")]
    [InlineData("reply ~= 'OK'", "not reply")]
    [InlineData("'QUEUED' ~= reply", "(reply or {}).ok ~= 'QUEUED'")]
    public void Takes_no_field_of_a_reply_that_may_be_false(string comparison, string remedy) => RuleAssert.Message(
        Rule.StatusComparedWithText,
        $"local reply = redis.call('SET', KEYS[1], '1', 'NX')\nreturn {comparison} and 1 or 0",
        $"The reply of SET is a table, which never equals a string: write `{remedy}`");
}
