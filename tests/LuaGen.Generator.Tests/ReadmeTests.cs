using System.Text.RegularExpressions;

namespace LuaGen.Generator.Tests;

/// <summary>Every code block of the README is in a file that is built or run; a comment above the block names the file.</summary>
public sealed partial class ReadmeTests
{
    public static TheoryData<string, string> Blocks
    {
        get
        {
            var blocks = new TheoryData<string, string>();
            foreach (var match in Block().Matches(File.ReadAllText(Repository.PathOf("README.md"))).Cast<Match>())
            {
                blocks.Add(match.Groups["file"].Value, match.Groups["code"].Value);
            }

            return blocks;
        }
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_block_stands_in_its_file(string file, string code)
    {
        var lines = Lines(File.ReadAllText(Repository.PathOf(file.Split('/'))));
        var excerpt = Lines(code);

        // Paragraphs are in order; an excerpt may omit whole paragraphs of the file, but no line within one.
        foreach (var paragraph in excerpt.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.Contains(paragraph.Trim('\n'), lines, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_block_names_its_file()
    {
        var fences = File.ReadAllLines(Repository.PathOf("README.md")).Count(line => line.StartsWith("```", StringComparison.Ordinal));

        Assert.NotEqual(0, fences);
        Assert.Equal(fences, 2 * Blocks.Count);
    }

    /// <summary>Removes the indentation, which excerpts do not keep.</summary>
    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()));

    [GeneratedRegex(@"^<!-- (?<file>\S+) -->\n```\w+\n(?<code>.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
