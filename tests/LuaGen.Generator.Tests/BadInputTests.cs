using LuaGen.Generator.Tests.Hosting;

namespace LuaGen.Generator.Tests;

/// <summary>Bad input in one file causes one error at its location; every other script keeps its code.</summary>
public sealed class BadInputTests
{
    private static readonly TestScript Good = new("Scripts/Good/Ping.lua", """
        -- RETURNS long
        return 1

        """);

    [Fact]
    public void A_syntax_error() =>
        AssertOneError(new TestScript("Scripts/Bad/Broken.lua", """
            -- RETURNS long
            return 1 +

            """), "Scripts/Bad/Broken.lua(3,1): error LUA1001: ");

    [Fact]
    public void A_malformed_header() =>
        AssertOneError(new TestScript("Scripts/Bad/Header.lua", """
            -- ARGV[1] a: itn
            return ARGV[1]

            """), "Scripts/Bad/Header.lua(1,15): error LUA2003: ");

    [Fact]
    public void A_file_that_is_not_utf8() =>
        AssertOneError(TestScript.FromBytes("Scripts/Bad/Latin.lua", [.. "-- RETURNS string\nreturn '"u8, 0xFC, .. "'\n"u8]), "Scripts/Bad/Latin.lua(1,1): error LUA1007: ");

    [Fact]
    public void A_file_in_utf16()
    {
        var bytes = System.Text.Encoding.Unicode.GetPreamble().Concat(System.Text.Encoding.Unicode.GetBytes("""
            -- RETURNS long
            return 1

            """));

        AssertOneError(TestScript.FromBytes("Scripts/Bad/Wide.lua", [.. bytes]), "Scripts/Bad/Wide.lua(1,1): error LUA1007: ");
    }

    [Fact]
    public void A_replacement_character_that_the_author_wrote_is_none()
    {
        var script = TestScript.FromBytes("Scripts/Good/Mark.lua", [.. "-- RETURNS string\nreturn '\uFFFD'\n"u8]);

        var output = GeneratorHost.Run(script);

        Assert.Empty(output.Diagnostics);
        Assert.Single(output.Sources);
    }

    [Fact]
    public void A_byte_order_mark_is_left_out_of_what_is_sent()
    {
        var plain = GeneratorHost.Run(TestScript.FromBytes("Scripts/Good/Mark.lua", [.. "-- RETURNS long\nreturn 1\n"u8]));
        var marked = GeneratorHost.Run(TestScript.FromBytes("Scripts/Good/Mark.lua", [0xEF, 0xBB, 0xBF, .. "-- RETURNS long\r\nreturn 1\r\n"u8]));

        Assert.Equal(plain.Sources.Single().SourceText.ToString(), marked.Sources.Single().SourceText.ToString());
    }

    [Fact]
    public void A_file_without_text()
    {
        var output = GeneratorHost.Run(Good, new TestScript("Scripts/Bad/Gone.lua", (Microsoft.CodeAnalysis.Text.SourceText?)null));

        Assert.Empty(output.Diagnostics);
        Assert.Single(output.Sources);
    }

    [Fact]
    public void An_empty_file_is_no_script()
    {
        var output = GeneratorHost.Run(Good, new TestScript("Scripts/Bad/Empty.lua", ""));

        Assert.Empty(output.Diagnostics);
        Assert.Single(output.Sources);
    }

    [Fact]
    public void A_script_that_does_not_parse_is_known_by_its_tokens()
    {
        Assert.Single(GeneratorHost.Run(new TestScript("a.lua", "x = = redis")).Diagnostics);
        Assert.Empty(GeneratorHost.Run(new TestScript("a.lua", "x = = ngx")).Diagnostics);
        Assert.Empty(GeneratorHost.Run(new TestScript("a.lua", "local redis, x = = require 'redis'")).Diagnostics);
    }

    /// <summary>Games, web servers and editors have a <c>server</c> of their own; Valkey's has <c>call</c>.</summary>
    [Theory]
    [InlineData("server.on('connect', function(client) client:send('hello') end)", false)]
    [InlineData("server.on('connect', function(client) client:send('hello' end)", false)]
    [InlineData("server:listen(80)", false)]
    [InlineData("local server = require 'server'\nserver.call('a')", false)]
    [InlineData("local redis = require 'resty.redis'\nngx.say(redis:new():get('a'))", false)]
    [InlineData("vim.keymap.set('n', '<leader>w', function() vim.cmd.write() end)", false)]
    [InlineData("function love.draw() love.graphics.print(4) end", false)]
    [InlineData("return server.call('GET', 'a')", true)]
    [InlineData("return server.pcall('GET', 'a'", true)]
    [InlineData("return KEYS[1]", true)]
    public void Lua_for_other_programs_is_ignored(string lua, bool isScript)
    {
        var output = GeneratorHost.Run(new TestScript("Scripts/Other/init.lua", lua));

        Assert.Equal(isScript, output.Diagnostics.Length + output.Sources.Length > 0);
    }

    [Fact]
    public void Lines_are_counted_as_redis_counts_them()
    {
        var script = new TestScript("Scripts/Bad/Lines.lua", "-- RETURNS long\n-- \u2028 one line still\rreturn 1 +\n");

        Assert.StartsWith("Scripts/Bad/Lines.lua(4,1): ", GeneratorHost.Print(Assert.Single(GeneratorHost.Run(script).Diagnostics)), StringComparison.Ordinal);
    }

    private static void AssertOneError(TestScript bad, string expected)
    {
        var output = GeneratorHost.Run(Good, bad);

        Assert.StartsWith(expected, GeneratorHost.Print(Assert.Single(output.Diagnostics)), StringComparison.Ordinal);
        Assert.Equal("Consumer.GoodScripts.g.cs", Assert.Single(output.Sources).HintName);
        Assert.Empty(output.CompilerDiagnostics);
    }
}
