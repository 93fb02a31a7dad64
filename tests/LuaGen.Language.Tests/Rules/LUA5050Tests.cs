using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA5050Tests
{
    [Theory]
    [InlineData("""
        return '[|\x|]41'
        """)]
    [InlineData("""
        return ARGV[1]:match('[|\d|]+')
        """)]
    [InlineData("""
        return "a[|\u|]{41}"
        """)]
    public void Flags_the_fault(string script) => RuleAssert.Flags(Rule.UnknownEscape, script);

    [Theory]
    [InlineData("""
        return 'a\nb\065'
        """)]
    [InlineData("""
        return [[\x41]]
        """)]
    [InlineData("""
        return 'a\\x41'
        """)]
    [InlineData("""
        return 'a\/b'
        """)]
    public void Leaves_right_scripts_alone(string script) => RuleAssert.Quiet(Rule.UnknownEscape, script);
}
