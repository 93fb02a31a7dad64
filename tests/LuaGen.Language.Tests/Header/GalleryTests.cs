using System.Globalization;
using System.Text;

namespace LuaGen.Language.Tests.Header;

/// <summary>
/// Headers in the forms of public scripts: each <c>.lua</c> file of <c>Gallery/</c> with the signature that comes of it and the
/// findings about its header, in the <c>.txt</c> file beside it.
/// </summary>
public sealed class GalleryTests
{
    private static readonly string Folder = Repository.PathOf("tests", "LuaGen.Language.Tests", "Header", "Gallery");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.lua").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_read_as_expected(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name + ".lua"));
        var compiled = TestCompiler.Compile(text, $"Scripts/Gallery/{name}.lua");
        var lines = new LuaGen.Language.Text.LineMap(text);
        var reading = new StringBuilder(SignatureText.Of(compiled.Model));
        foreach (var finding in compiled.Findings.Where(finding => finding.Rule.Number is > 2000 and < 4000 or 5029).OrderBy(finding => finding.Span.Start))
        {
            var position = lines.GetPosition(finding.Span.Start);
            reading.Append(CultureInfo.InvariantCulture, $"  ({position.Line + 1},{position.Column + 1}) {finding.Rule.Severity} {finding.Rule.Id}: {finding.Message}\n");
        }

        Expected.Matches(Path.Combine(Folder, name + ".txt"), reading.ToString());
    }

    /// <summary>What a finding says to write is read without a finding, and gives the same parameters.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Pasting_the_canonical_lines_changes_nothing_else(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name + ".lua"));
        var compiled = TestCompiler.Compile(text, $"Scripts/Gallery/{name}.lua");
        var loose = compiled.Findings.Where(finding => finding.Rule == LuaGen.Language.Rules.Rule.LooseDeclaration).ToList();
        if (compiled.Model is null || loose.Count == 0)
        {
            return;
        }

        var header = string.Concat(loose.Select(finding => (finding.Arguments[1].StartsWith("-- ", StringComparison.Ordinal) ? "" : "-- ") + finding.Arguments[1] + "\n"));
        var pasted = TestCompiler.Compile(header + "\nlocal _ = 0\n" + text, $"Scripts/Gallery/{name}.lua");

        Assert.DoesNotContain(pasted.Findings, finding => finding.Rule.Id is "LUA2001" or "LUA2002" or "LUA2003" or "LUA2004" or "LUA2006");
    }

    [Fact]
    public void The_gallery_has_headers_of_every_form() => Assert.True(Directory.GetFiles(Folder, "*.lua").Length >= 80);
}
