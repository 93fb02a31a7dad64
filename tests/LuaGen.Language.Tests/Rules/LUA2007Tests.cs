using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA2007Tests
{
    [Theory]
    [InlineData("[||]return redis.call('GET', KEYS[1])")]
    [InlineData("""
        [||]-- Only words.
        return redis.call('PING')
        """)]
    public void Flags_a_script_that_declares_nothing(string script)
    {
        RuleAssert.Flags(Rule.NoHeader, script);
        Assert.True(IsReportedWithoutAClass(MarkedText.Parse(script).Text));
    }

    [Fact]
    public void Names_the_function_of_a_library() => RuleAssert.Message(
        Rule.NoHeader,
        "#!lua name=mylib\nredis.register_function('f', function(keys, args) return redis.call('GET', keys[1]) end)",
        "The function 'f' has no header, so LuaGen infers its keys, arguments and reply: paste the header from the generated class");

    [Theory]
    [InlineData("""
        local M = {}
        return M
        """)]
    [InlineData("""
        local redis = require 'resty.redis'
        local KEYS = {}
        return redis.new(KEYS)
        """)]
    public void Leaves_what_is_no_script_alone(string script) => Assert.False(IsReportedWithoutAClass(script));

    [Fact]
    public void Leaves_what_declares_anything_alone() => RuleAssert.Quiet(Rule.NoHeader, """
        -- KEYS[1] - the key
        return redis.call('GET', KEYS[1])
        """);

    /// <summary>Without a class in its item, only the text decides whether a file is a Redis script.</summary>
    private static bool IsReportedWithoutAClass(string text) => TestCompiler.Compile(text).Findings.Any(finding => finding.Rule == Rule.NoHeader);
}
