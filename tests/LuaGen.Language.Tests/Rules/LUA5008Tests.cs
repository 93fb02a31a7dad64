using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5008Tests
{
    [Theory]
    [InlineData("return loadstring([|ARGV[1]|])()")]
    [InlineData("return loadstring([|'return ' .. ARGV[1]|])()")]
    [InlineData("""
        local code = ARGV[1]
        return loadstring([|code|])()
        """)]
    [InlineData("return loadstring([|redis.call('GET', KEYS[1])|])()")]
    [InlineData("return loadstring([|string.format('return %s', ARGV[1])|])()")]
    [InlineData("return loadstring([|('return %s'):format(ARGV[1])|])()")]
    [InlineData("return loadstring([|table.concat(ARGV)|])()")]
    [InlineData("return loadstring([|cjson.decode(ARGV[1]).code|])()")]
    [InlineData("""
        local compile = loadstring
        return compile([|ARGV[1]|])()
        """)]
    public void Flags_code_that_others_set(string script) => RuleAssert.Flags(Rule.CodeFromOutside, script);

    [Theory]
    [InlineData("return { loadstring('return 1')(), KEYS[1] }")]
    [InlineData("""
        local function run(code) return loadstring(code)() end
        return { run('return 1'), KEYS[1] }
        """)]
    [InlineData("return loadstring('return ' .. tonumber(ARGV[1]))()")]
    [InlineData("""
        local loadstring = tostring
        return loadstring(ARGV[1])
        """)]
    [InlineData("return cjson.decode(ARGV[1])")]
    public void Leaves_code_of_the_script_alone(string script) => RuleAssert.Quiet(Rule.CodeFromOutside, script);

    [Fact]
    public void Says_what_to_do_instead() => RuleAssert.Message(
        Rule.CodeFromOutside,
        "return loadstring(ARGV[1])()",
        "`loadstring` compiles text from outside the script, so whoever controls that text runs code on the server: choose among functions of the script instead");
}
