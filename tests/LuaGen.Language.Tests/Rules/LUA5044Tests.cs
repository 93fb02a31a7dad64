using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5044Tests
{
    [Theory]
    [InlineData("return redis.call('SET', KEYS[1], [|ARGV[1]:gsub(' ', '_')|])")]
    [InlineData("return tonumber([|string.gsub(ARGV[1], ',', '')|])")]
    [InlineData("""
        local t = {}
        table.insert(t, [|ARGV[1]:gsub(' ', '')|])
        return t
        """)]
    [InlineData("return cjson.decode([|string.gsub(ARGV[1], 'x', 'y')|])")]
    [InlineData("return redis.call('INCRBY', KEYS[1], [|math.modf(2.5)|])")]
    [InlineData("return redis.status_reply([|ARGV[1]:gsub('a', 'b')|])")]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.FurtherResult, script);

    [Theory]
    [InlineData("return redis.call('SET', KEYS[1], (ARGV[1]:gsub(' ', '_')))")]
    [InlineData("return redis.call('SET', KEYS[1], ARGV[1]:gsub(' ', '_'), 'EX', 5)")]
    [InlineData("return redis.call('GETRANGE', KEYS[1], ARGV[1]:find('a'))")]
    [InlineData("return select(2, ARGV[1]:gsub('a', ''))")]
    [InlineData("return string.format('%s %d', ARGV[1]:gsub('a', ''))")]
    [InlineData("return tostring(ARGV[1]:gsub('a', ''))")]
    [InlineData("""
        local t = { ARGV[1]:gsub('a', '') }
        return t[2]
        """)]
    [InlineData("""
        local text = ARGV[1]:gsub('a', '')
        return redis.call('SET', KEYS[1], text)
        """)]
    [InlineData("""
        assert(string.gsub(ARGV[1], 'a', ''))
        return 1
        """)]
    public void Is_quiet_where_the_script_is_right(string script) => RuleAssert.Quiet(Rule.FurtherResult, script);
}
