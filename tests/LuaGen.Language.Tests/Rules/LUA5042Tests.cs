using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5042Tests
{
    [Theory]
    [InlineData("""
        -- @since garnet
        return [|redis.call('SET', KEYS[1], 'x').ok|]
        """)]
    [InlineData("""
        -- @since garnet
        local reply = redis.call('set', KEYS[1], 'x')
        if [|reply.ok|] then return 1 end
        """)]
    [InlineData("""
        -- @since garnet
        local reply = redis.pcall('SET', KEYS[1], 'x')
        if [|reply['ok']|] then return 1 end
        """)]
    public void Flags_the_field_of_a_string(string script) => RuleAssert.Flags(Rule.StatusOnGarnet, script);

    [Theory]
    [InlineData("""
        return redis.call('SET', KEYS[1], 'x').ok
        """)]
    [InlineData("""
        -- @since garnet
        return redis.call('RENAME', KEYS[1], KEYS[2]).ok
        """)]
    [InlineData("""
        -- @since garnet
        local reply = redis.call('SET', KEYS[1], 'x')
        if reply then return 1 end
        """)]
    public void Leaves_other_statuses_alone(string script) => RuleAssert.Quiet(Rule.StatusOnGarnet, script);

    [Fact]
    public void Says_what_to_test() => RuleAssert.Message(Rule.StatusOnGarnet, """
        -- @since garnet
        return redis.call('SET', KEYS[1], 'x').ok
        """, "On Garnet, SET replies the string 'OK', so `redis.call('SET', KEYS[1], 'x').ok` is nil: test whether the reply is false, which it is on all servers when nothing was set");
}
