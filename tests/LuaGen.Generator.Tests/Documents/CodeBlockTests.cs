using System.Text.RegularExpressions;

namespace LuaGen.Generator.Tests.Documents;

/// <summary>
/// Every code block of the documents for users is in a file that is built, run or tested; a comment above the block names the file.
/// Blocks of the quick start are run as they are, by QuickStartTests.
/// </summary>
public sealed partial class CodeBlockTests
{
    public static TheoryData<string> Documents => [.. Document.ForUsers.Select(document => document.Path)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_block_names_a_file_that_contains_it(string path)
    {
        var text = Document.Read(path).Text;
        var blocks = Block().Matches(text);
        var faults = new List<string>();
        foreach (var block in blocks.Where(block => !block.Groups["file"].Value.StartsWith("quick-start", StringComparison.Ordinal)))
        {
            var lines = Lines(File.ReadAllText(Repository.PathOf(block.Groups["file"].Value.Split('/'))));

            // An excerpt may omit whole paragraphs of the file, but no line within one.
            faults.AddRange(Lines(block.Groups["code"].Value).Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
                .Select(paragraph => paragraph.Trim('\n'))
                .Where(paragraph => !lines.Contains(paragraph, StringComparison.Ordinal))
                .Select(paragraph => $"{block.Groups["file"].Value} has no\n{paragraph}"));
        }

        Assert.Empty(faults);
        // Each fence belongs to a block that was found, so no block is without a file.
        Assert.Equal(text.Split('\n').Count(line => line.StartsWith("```", StringComparison.Ordinal)), 2 * blocks.Count);
    }

    [Fact]
    public void The_documents_have_blocks() =>
        Assert.All(["README.md", "docs/header.md", "docs/testing.md"], path => Assert.Matches(Block(), Document.Read(path).Text));

    [Fact]
    public void The_first_page_can_be_finished() => Assert.InRange(Document.Read("README.md").Text.Split('\n').Length, 100, 250);

    /// <summary>Removes the indentation, which excerpts do not keep.</summary>
    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()));

    [GeneratedRegex(@"^<!-- (?<file>\S+) -->\n```\w+\n(?<code>.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
