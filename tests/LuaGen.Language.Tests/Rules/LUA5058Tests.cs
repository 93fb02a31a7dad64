using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5058Tests
{
    [Theory]
    [InlineData("""
        if #ARGV == 0 then [|redis.error_reply('MISSING x')|] end
        return 1
        """)]
    [InlineData("""
        local s = 'a b'
        [|s:gsub(' ', '_')|]
        return s
        """)]
    [InlineData("""
        [|string.upper(ARGV[1])|]
        return ARGV[1]
        """)]
    [InlineData("""
        [|tonumber(ARGV[1])|]
        return 1
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.DroppedResult, script);

    [Theory]
    [InlineData("""
        if #ARGV == 0 then return redis.error_reply('MISSING x') end
        return 1
        """)]
    [InlineData("""
        local s = 'a b'
        s = s:gsub(' ', '_')
        return s
        """)]
    [InlineData("""
        local words = {}
        local s = 'a b'
        s:gsub('%w+', function(word) words[#words + 1] = word end)
        return words
        """)]
    [InlineData("""
        cjson.decode(ARGV[1])
        return 1
        """)]
    [InlineData("""
        assert(tonumber(ARGV[1]))
        return 1
        """)]
    [InlineData("""
        math.randomseed(5)
        return 1
        """)]
    [InlineData("""
        local t = {}
        table.insert(t, 1)
        return t
        """)]
    public void Is_quiet_where_the_script_is_right(string script) => RuleAssert.Quiet(Rule.DroppedResult, script);
}
