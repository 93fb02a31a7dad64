using LuaGen.Generator.Tests.Hosting;
using LuaGen.Generator.Tests.Rules;

namespace LuaGen.Tool.Tests.Check;

/// <summary>The tool's findings are those of a build with generator and analyzer, character by character; but for C# types, which it cannot see.</summary>
public sealed class EqualityTests
{
    private const string Settings = """{ "rootNamespace": "Consumer" }""";

    /// <summary>JSON types, and names that the project declares too, need its C#.</summary>
    private static readonly string[] NeedCSharp = ["LUA2012", "LUA2030", "LUA2031", "LUA5060"];

    private static readonly string[] Folders = ["tests/Corpus", "tests/LuaGen.Generator.Tests/Fixtures", "tests/LuaGen.Generator.Tests/Shop", "tests/LuaGen.Tests", "tests/LuaGen.Language.Tests", "samples"];

    public static TheoryData<string> Ids => [.. Examples().Select(example => example.Id).Distinct()];

    [Fact]
    public async Task Every_script_of_the_repository_has_the_findings_of_a_build()
    {
        var files = Folders
            .SelectMany(folder => Directory.GetFiles(Repository.PathOf(folder), "*.lua", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .ToList();
        Assert.True(files.Count > 150, $"Only {files.Count} scripts were found.");

        await HasTheFindingsOfABuild([.. files.Select(file => (file, File.ReadAllBytes(Repository.PathOf(file))))], expectsSome: true);
    }

    [Fact]
    public async Task Every_script_of_a_rule_page_has_the_findings_of_a_build()
    {
        const string Fence = "```lua\n";
        var scripts = new List<(string, byte[])>();
        foreach (var page in Directory.GetFiles(Repository.PathOf("generator", "rules"), "*.md").Order(StringComparer.Ordinal))
        {
            var blocks = File.ReadAllText(page).Split(Fence)[1..].Select(block => block[..block.IndexOf("```", StringComparison.Ordinal)]);
            scripts.AddRange(blocks.Select((block, i) => ($"Scripts/{Path.GetFileNameWithoutExtension(page)}/Block{i}.lua", System.Text.Encoding.UTF8.GetBytes(block))));
        }

        Assert.True(scripts.Count > 120, $"Only {scripts.Count} blocks were found.");
        await HasTheFindingsOfABuild(scripts, expectsSome: true);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Every_example_of_a_rule_has_the_findings_of_a_build(string id)
    {
        foreach (var example in Examples().Where(example => example.Id == id))
        {
            await HasTheFindingsOfABuild([.. example.Files.Select(file => (file.Path, Bytes(file)))], expectsSome: !NeedCSharp.Contains(id));
        }
    }

    [Theory]
    [InlineData("One.v1.lua", "One.v2.lua", "One.v10.lua")]
    [InlineData("take-stock.lua", "TakeStock.lua", "Take_Stock.lua")]
    [InlineData("definitions.lua", "all.lua", "OnBatch.lua")]
    [InlineData("Transfer.lua", "Transfer.v2.lua", "Transfer.v3.lua")]
    public async Task Scripts_that_depend_on_each_other_have_the_findings_of_a_build(params string[] names)
    {
        var scripts = names.Select((name, i) => ("Scripts/Shop/" + name, System.Text.Encoding.UTF8.GetBytes(
            $"-- KEYS[1] key{(i == 1 ? "\n-- ARGV[1] count: int" : "")}\n-- RETURNS value\nreturn redis.call('GET', KEYS[1]){(i == 1 ? " or ARGV[1]" : "")}\n"))).ToList();

        await HasTheFindingsOfABuild(scripts, expectsSome: true);
    }

    private static IEnumerable<Example> Examples() =>
        Example.ReadAll(Repository.PathOf("tests", "LuaGen.Generator.Tests", "Rules", "examples.txt")).Where(example => !example.Id.StartsWith("LUA7", StringComparison.Ordinal));

    private static byte[] Bytes(TestScript script)
    {
        var text = script.GetText()!;

        // The one example that is not UTF-8 holds what decoding makes of a single byte.
        return text.ToString().Contains('\uFFFD', StringComparison.Ordinal)
            ? System.Text.Encoding.Latin1.GetBytes(text.ToString().Replace('\uFFFD', '\x80'))
            : System.Text.Encoding.UTF8.GetBytes(text.ToString());
    }

    private static async Task HasTheFindingsOfABuild(IReadOnlyList<(string Path, byte[] Bytes)> scripts, bool expectsSome)
    {
        using var folder = new TestFolder().Write("luagen.json", Settings);
        foreach (var (path, bytes) in scripts)
        {
            folder.Write(path, bytes);
        }

        var expected = await GeneratorHost.FindingsAsync([.. scripts.Select(script => TestScript.FromBytes(script.Path, script.Bytes))]);
        var result = folder.Check("--format", "text");

        Assert.Equal("", result.Error);
        Assert.True(!expectsSome || expected.Length > 0, "The build found nothing, so nothing was compared.");
        Assert.Equal(Sorted(expected), Sorted(result.Findings));
    }

    private static string[] Sorted(IEnumerable<string> findings) =>
        [.. findings.Where(finding => !NeedCSharp.Any(id => finding.Contains($" {id}: ", StringComparison.Ordinal))).Order(StringComparer.Ordinal)];
}
