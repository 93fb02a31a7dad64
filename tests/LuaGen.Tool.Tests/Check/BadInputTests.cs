using System.Text;

namespace LuaGen.Tool.Tests.Check;

public sealed class BadInputTests
{
    private const string Script = "return redis.call('GET', KEYS[1])\n";

    [Theory]
    [InlineData("{", "luagen.json(1,2): not valid JSON")]
    [InlineData("", "luagen.json(1,1): not valid JSON")]
    [InlineData("[]", "luagen.json(1,1): expected an object { … }")]
    [InlineData("{}{}", "luagen.json(1,3): not valid JSON")]
    [InlineData("{\n  \"cluster\": 1 }", "luagen.json(2,14): expected true or false")]
    [InlineData("{ \"rootNamespace\": null }", "luagen.json(1,20): expected a string")]
    [InlineData("{ \"severs\": \"redis 7.2\" }", "luagen.json(1,13): 'severs' is not a setting: did you mean 'servers'?")]
    [InlineData("{ \"servers\": \"redis seven\" }", "luagen.json(1,14): servers 'redis seven' is not known: write one or more of redis 2.6 to 8.10, valkey 7.2 to 9.1, garnet, dragonfly, such as 'redis 7.2; valkey 8.0'")]
    public void A_malformed_configuration_is_one_line_and_exit_code_2(string json, string expected)
    {
        using var folder = new TestFolder().Write("luagen.json", json).Write("A/One.lua", Script).Write("B/Two.lua", Script);

        var result = folder.Check("A", "B");

        Assert.Equal((2, $"luagen: {expected}\n", ""), (result.ExitCode, result.Error, result.Output));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_one_line_and_exit_code_2()
    {
        // What is named is a folder by the time that it is read; a mode without the right to read does not stop root.
        using var folder = new TestFolder().Write("luagen.json", "{}").Write("One.lua", Script);
        File.CreateSymbolicLink(folder.Full("Two.lua"), folder.Full("gone"));

        var result = folder.Check();

        Assert.Equal((2, "luagen: Two.lua: cannot be read\n"), (result.ExitCode, result.Error));
        Assert.Contains("One.lua(1,1): info LUA2007", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0x80 })]
    [InlineData(new byte[] { 0xC3, 0x28 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    public void A_file_that_is_not_UTF8_is_a_finding(byte[] bytes)
    {
        using var folder = new TestFolder().Write("Script.lua", [.. Encoding.UTF8.GetBytes("return redis.call('GET', '"), .. bytes, .. "')"u8]);

        var result = folder.Check();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(result.Findings, line => line.StartsWith("Script.lua(1,1): error LUA1007", StringComparison.Ordinal));
    }

    [Fact]
    public void A_UTF16_file_is_a_finding()
    {
        using var folder = new TestFolder().Write("Script.lua", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Script)]);

        Assert.Contains(folder.Check().Findings, line => line.Contains("error LUA1007", StringComparison.Ordinal));
    }

    [Fact]
    public void A_binary_file_is_no_crash()
    {
        var bytes = new byte[100_000];
        new Random(1).NextBytes(bytes);
        using var folder = new TestFolder().Write("Script.lua", [.. "return redis.call("u8, .. bytes]);

        Assert.Equal(1, folder.Check().ExitCode);
    }

    [Fact]
    public void A_file_of_50_MB_is_a_finding()
    {
        var text = new StringBuilder(51_000_000);
        while (text.Length < 50_000_000)
        {
            text.Append("redis.call('SET', KEYS[1], '").Append('x', 1000).Append("')\n");
        }

        using var folder = new TestFolder().Write("Script.lua", text.Append("return redis.call('GTE', KEYS[1])\n").ToString());

        var result = folder.Check();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(result.Findings, line => line.Contains("warning LUA4001", StringComparison.Ordinal));
    }

    [Fact]
    public void Control_characters_of_a_script_never_reach_the_terminal()
    {
        using var folder = new TestFolder().Write("Script.lua", "return redis.call('G\e[31mTE\a', KEYS[1])");

        foreach (var format in (string[])["text", "agent", "github", "json", "sarif"])
        {
            Assert.DoesNotContain('\e', folder.Check("--format", format).Output);
        }
    }

    [Fact]
    public void Folders_that_no_project_keeps_scripts_in_are_skipped()
    {
        using var folder = new TestFolder()
            .Write("node_modules/x/A.lua", Script).Write(".git/B.lua", Script).Write("App/App.csproj", "<Project />")
            .Write("App/bin/C.lua", Script).Write("App/obj/D.lua", Script).Write("bin/E.lua", Script);

        Assert.Equal("bin/E.lua → BinScripts.E\n", folder.Check("--list").Output);
    }
}
