namespace LuaGen.Generator.Tests.Hosting;

/// <summary>A section of a document that a test generates, between <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- end of name --&gt;</c>.</summary>
internal static class WrittenSection
{
    /// <param name="path">The document.</param>
    /// <param name="name">The name of the section.</param>
    /// <param name="lines">The lines of the section, without the indentation of the first marker.</param>
    public static void Matches(string path, string name, IEnumerable<string> lines)
    {
        var text = File.ReadAllText(path).Split('\n').ToList();
        var begin = text.FindIndex(line => line.Trim() == $"<!-- {name} -->");
        var end = text.FindIndex(line => line.Trim() == $"<!-- end of {name} -->");
        Assert.True(begin >= 0 && end > begin, $"{path} has no part <!-- {name} -->.");
        var indentation = text[begin][..text[begin].IndexOf('<', StringComparison.Ordinal)];

        Expected.Matches(path, string.Join('\n', [.. text[..(begin + 1)], .. lines.Select(line => indentation + line), .. text[end..]]));
    }
}
