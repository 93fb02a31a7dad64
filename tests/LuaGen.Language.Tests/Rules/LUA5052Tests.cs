using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5052Tests
{
    [Theory]
    [InlineData("return ARGV[1]:match([|'[a-z'|])")]
    [InlineData("return string.find(ARGV[1], [|'(a'|])")]
    [InlineData("return string.gsub(ARGV[1], 'a', [|'%2'|])")]
    [InlineData("return ARGV[1]:gsub([|'100%'|], '')")]
    [InlineData("return struct.pack([|'Q'|], 1)")]
    [InlineData("""
        return string.rep('x', [|0|])
        """)]
    [InlineData("""
        return ('x'):rep([|-1|])
        """)]
    [InlineData("""
        return string.format('%s', ARGV[1], [|'x'|])
        """)]
    [InlineData("""
        return [|struct.pack('>I4I4', 1)|]
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.MalformedPattern, script);

    [Theory]
    [InlineData("return ARGV[1]:match('[%]a-z]+')")]
    [InlineData("return string.find(ARGV[1], '[a', 1, true)")]
    [InlineData("return string.gsub(ARGV[1], '(a)(b)', '%2%1')")]
    [InlineData("return struct.pack('>I4', 1)")]
    [InlineData("return ARGV[1]:match('%b()')")]
    [InlineData("return ARGV[1]:gsub('a', '%0%1')")]
    [InlineData("""
        return string.rep('x', 1)
        """)]
    [InlineData("""
        return ('x'):rep(8 - #ARGV[1])
        """)]
    [InlineData("""
        return string.format('%s%%', ARGV[1])
        """)]
    [InlineData("""
        return struct.pack('Bc0', #ARGV[1], ARGV[1])
        """)]
    public void Leaves_right_scripts_alone(string script) => RuleAssert.Quiet(Rule.MalformedPattern, script);
}
