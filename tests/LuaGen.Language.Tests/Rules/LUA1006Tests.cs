using LuaGen.Language.Rules;
using LuaGen.Language.Tests.Syntax;

namespace LuaGen.Language.Tests.Rules;

public sealed class LUA1006Tests
{
    [Theory]
    [InlineData("[|#!lua|]", "Invalid script shebang")]
    [InlineData("""
        [|#!/usr/bin/lua|]
        return 1
        """, "write `#!lua`")]
    [InlineData("""
        [|#!"lua|]
        return 1
        """, "close each quote")]
    [InlineData("""
        [|#!lua flags=no-write|]
        return 1
        """, "`no-writes`, `allow-oom`")]
    [InlineData("[|#!lua version=2|]\r\nreturn 1", "Unknown lua shebang option: version=2")]
    public void Flags(string script, string words) => AnnotatedScript.Reports(Rule.BadShebang, script, words);

    [Theory]
    [InlineData("""
        #!lua
        return 1
        """)]
    [InlineData("#!lua flags=no-writes,allow-stale flags=\r\nreturn 1")]
    [InlineData("""
        #!lua name=lib
        return 1
        """)]
    public void Leaves_alone_what_is_right(string script) => AnnotatedScript.ReportsNothing(script);

    [Fact]
    public void Flags_and_name_are_read()
    {
        Assert.Equal(["no-writes", "allow-oom"], AnnotatedScript.Parse("#!lua flags=no-writes,allow-oom\n").Tree.Shebang!.Flags);
        Assert.Equal("lib", AnnotatedScript.Parse("#!lua name=lib\n").Tree.Shebang!.LibraryName);
    }
}
