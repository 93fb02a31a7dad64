using System.Text.RegularExpressions;

namespace LuaGen.Generator.Tests.Documents;

/// <summary>A Markdown file of the repository.</summary>
/// <param name="Path">The path in the repository, with slashes.</param>
/// <param name="Text">The text.</param>
internal sealed partial record Document(string Path, string Text)
{
    private static readonly string[] Skipped = ["bin", "obj", "node_modules", ".git"];

    /// <summary>The documents for users: the first page, and those below docs.</summary>
    public static IReadOnlyList<Document> ForUsers =>
        [Read("README.md"), .. Directory.GetFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(OfFile)];

    /// <summary>All documents.</summary>
    public static IReadOnlyList<Document> All => [.. Files(new DirectoryInfo(Repository.Root)).Order(StringComparer.Ordinal).Select(OfFile)];

    /// <summary>The targets of the links outside of code.</summary>
    public IEnumerable<string> Links => Link().Matches(Code().Replace(Text, "")).Select(link => link.Groups["target"].Value);

    /// <summary>The anchors of the headings, as GitHub makes them.</summary>
    public IEnumerable<string> Anchors => Heading().Matches(Code().Replace(Text, match => match.Value.StartsWith("```", StringComparison.Ordinal) ? "" : match.Value))
        .Select(heading => NotInAnchor().Replace(heading.Groups["text"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    public static Document Read(string path) => new(path, File.ReadAllText(Repository.PathOf(path.Split('/'))).ReplaceLineEndings("\n"));

    private static Document OfFile(string file) => Read(System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));

    private static IEnumerable<string> Files(DirectoryInfo folder) => folder.EnumerateFiles("*.md").Select(file => file.FullName)
        .Concat(folder.EnumerateDirectories().Where(inner => !Skipped.Contains(inner.Name)).SelectMany(Files));

    [GeneratedRegex(@"\]\((?<target>[^()\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^ *```.*?^ *```$|`[^`\n]+`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchor();
}
