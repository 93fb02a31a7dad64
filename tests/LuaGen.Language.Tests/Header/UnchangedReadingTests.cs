using System.Text;

namespace LuaGen.Language.Tests.Header;

/// <summary>
/// The signature and the documentation of every script in the repository. A change of how headers are read shows in the diff
/// of <c>readings.txt</c>: a canonical header must not be among the changes.
/// </summary>
public sealed class UnchangedReadingTests
{
    private static readonly string[] Folders = ["samples", "tests"];

    [Fact]
    public void Every_header_of_the_repository_is_read_as_listed()
    {
        var readings = new StringBuilder();
        foreach (var path in Scripts())
        {
            var name = Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');
            var compiled = TestCompiler.Compile(File.ReadAllText(path), name);
            readings.Append(name).Append('\n').Append(SignatureText.Of(compiled.Model)).Append('\n');
        }

        Expected.Matches(Repository.PathOf("tests", "LuaGen.Language.Tests", "Header", "readings.txt"), readings.ToString());
    }

    private static IEnumerable<string> Scripts() => Folders
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.lua", SearchOption.AllDirectories))
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "Gallery"))
        .Order(StringComparer.Ordinal);
}
