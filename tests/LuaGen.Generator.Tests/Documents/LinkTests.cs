namespace LuaGen.Generator.Tests.Documents;

/// <summary>Every link of every document leads to a file of the repository, and to a heading that is there.</summary>
public sealed class LinkTests
{
    /// <summary>Where the files of the repository are on the web; the page of a package has only such links.</summary>
    private const string OnTheWeb = "https://github.com/luagen/LuaGen/blob/main/";

    [Fact]
    public void Every_link_leads_somewhere()
    {
        var documents = Document.All;
        var links = documents.SelectMany(document => document.Links.Select(link => (document.Path, Link: link))).ToList();

        Assert.True(links.Count > 200, $"Only {links.Count} links were found.");
        Assert.Empty(links.Where(link => !LeadsSomewhere(link.Path, link.Link)).Select(link => $"{link.Path}: {link.Link}"));
    }

    [Fact]
    public void The_links_of_the_first_page_work_on_the_page_of_the_package() =>
        Assert.All(Document.Read("README.md").Links, link => Assert.StartsWith("https://", link, StringComparison.Ordinal));

    /// <summary>The errors that the package's build files report link to a heading of the first page.</summary>
    [Fact]
    public void The_help_links_of_build_errors_lead_to_a_heading()
    {
        const string FirstPage = "https://github.com/luagen/LuaGen#";
        var links = File.ReadAllText(Repository.PathOf("runtime", "LuaGen", "build", "LuaGen.targets")).Split("HelpLink=\"").Skip(1)
            .Select(text => text[..text.IndexOf('"', StringComparison.Ordinal)])
            .ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.StartsWith(FirstPage, link, StringComparison.Ordinal));
        Assert.All(links, link => Assert.Contains(link[FirstPage.Length..], Document.Read("README.md").Anchors));
    }

    [Theory]
    [InlineData("docs/header.md", "checks.md", true)]
    [InlineData("docs/header.md", "checks.md#how-to-suppress", true)]
    [InlineData("docs/header.md", "#options", true)]
    [InlineData("docs/header.md", "../generator/rules", true)]
    [InlineData("README.md", OnTheWeb + "docs/header.md#options", true)]
    [InlineData("README.md", OnTheWeb + "docs/heading.md", false)]
    [InlineData("docs/header.md", "check.md", false)]
    [InlineData("docs/header.md", "checks.md#how-to-be-silent", false)]
    [InlineData("docs/header.md", "#option", false)]
    public void A_wrong_link_is_found(string from, string link, bool expected) => Assert.Equal(expected, LeadsSomewhere(from, link));

    private static bool LeadsSomewhere(string from, string link)
    {
        if (link.StartsWith(OnTheWeb, StringComparison.Ordinal))
        {
            (from, link) = ("README.md", link[OnTheWeb.Length..]);
        }
        else if (link.Contains("://", StringComparison.Ordinal))
        {
            return Uri.TryCreate(link, UriKind.Absolute, out _);
        }

        var (path, anchor) = link.Split('#', 2) is [var before, var after] ? (before, after) : (link, null);
        var target = path.Length == 0
            ? from
            : Path.GetRelativePath(Repository.Root, Path.Combine(Repository.Root, Path.GetDirectoryName(from)!, path)).Replace('\\', '/');
        return anchor is null
            ? Path.Exists(Repository.PathOf(target.Split('/')))
            : File.Exists(Repository.PathOf(target.Split('/'))) && Document.Read(target).Anchors.Contains(anchor);
    }
}
