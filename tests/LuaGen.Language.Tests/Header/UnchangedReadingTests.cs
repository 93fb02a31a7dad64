using System.Text;

namespace LuaGen.Language.Tests.Header;

/// <summary>
/// The signature and the documentation of the scripts in the repository. A change of how headers are read shows in the diff of
/// <c>readings.txt</c>: a canonical header must not be among the changes. A script that is not listed yet is added by the next
/// update.
/// </summary>
public sealed class UnchangedReadingTests
{
    private static readonly string List = Repository.PathOf("tests", "LuaGen.Language.Tests", "Header", "readings.txt");

    private static readonly string[] Folders = ["samples", "tests"];

    [Fact]
    public void Every_listed_header_is_read_as_before()
    {
        var listed = File.ReadAllText(List).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).ToDictionary(entry => entry.Split('\n')[0].Trim());
        var isUpdating = Environment.GetEnvironmentVariable("LUAGEN_UPDATE_FIXTURES") == "1";
        var readings = new StringBuilder();
        foreach (var path in Scripts())
        {
            var name = Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');
            if (isUpdating || listed.ContainsKey(name))
            {
                var compiled = TestCompiler.Compile(File.ReadAllText(path), name);
                readings.Append(name).Append('\n').Append(SignatureText.Of(compiled.Model)).Append('\n');
            }
        }

        Assert.True(listed.Count > 200, $"only {listed.Count} scripts are listed");
        Expected.Matches(List, readings.ToString());
    }

    private static IEnumerable<string> Scripts() => Folders
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.lua", SearchOption.AllDirectories))
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "Gallery" or "Markers"))
        .Order(StringComparer.Ordinal);
}
