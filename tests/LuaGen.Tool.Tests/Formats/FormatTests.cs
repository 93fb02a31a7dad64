namespace LuaGen.Tool.Tests.Formats;

/// <summary>One folder of scripts in each format, compared with files that <c>LUAGEN_UPDATE_FIXTURES=1</c> rewrites.</summary>
public sealed class FormatTests
{
    [Theory]
    [InlineData("text", "txt")]
    [InlineData("json", "json")]
    [InlineData("sarif", "sarif")]
    [InlineData("github", "github.txt")]
    [InlineData("agent", "agent.txt")]
    public void The_report_is_as_expected(string format, string extension)
    {
        using var folder = Scripts();

        var result = folder.Check("--format", format);

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Expected.Matches(Repository.PathOf("tests", "LuaGen.Tool.Tests", "Formats", $"expected.{extension}"), result.Output);
    }

    [Fact]
    public void Colors_are_as_expected()
    {
        using var folder = Scripts();

        var output = ToolResult.Of(folder.Path, "", ["check"], usesColors: true).Output;

        Expected.Matches(Repository.PathOf("tests", "LuaGen.Tool.Tests", "Formats", "expected.colors.txt"), output.Replace("\e", "⟪ESC⟫", StringComparison.Ordinal));
    }

    /// <summary>Errors, warnings and infos; tabs, several lines, long lines, letters beyond ASCII; names that formats must escape.</summary>
    private static TestFolder Scripts() => new TestFolder()
        .Write("luagen.json", """{ "rootNamespace": "Shop" }""")
        .Write("Scripts/Stock/Broken.lua", "local n = redis.call('GET', KEYS[1]\nreturn n\n")
        .Write("Scripts/Stock/Tabs.lua", "-- KEYS[1] key\n-- RETURNS value\nif true then\n\treturn redis.call('GTE', KEYS[1])\nend\n")
        .Write("Scripts/Stock/Long.lua", $"-- KEYS[1] key\n-- RETURNS long\nlocal text = '{new string('x', 200)}' redis.call('SETT', KEYS[1], text)\nreturn 1\n")
        .Write("Scripts/Stock/100%, é: \"a\".lua", "-- KEYS[1] key\n-- RETURNS long\nreturn redis.call('GETT', KEYS[1], 'ä')\n")
        .Write("Scripts/Stock/Lines.lua", "return redis.call(\n  'GTE',\n  KEYS[1])\n")
        .Write("Scripts/Stock/Clean.lua", "-- KEYS[1] key\n-- RETURNS string?\nreturn redis.call('GET', KEYS[1])\n");
}
