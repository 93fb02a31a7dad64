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

        var lines = loose.Select(finding => finding.Arguments[1])
            .Concat(compiled.Findings.Where(finding => finding.Rule == LuaGen.Language.Rules.Rule.MissingParameters).Select(finding => finding.Arguments[1]))
            .SelectMany(argument => argument.Split("`, `"));
        var header = string.Concat(lines.Select(line => (line.StartsWith("-- ", StringComparison.Ordinal) ? "" : "-- ") + line + "\n"));
        var pasted = TestCompiler.Compile(header + "\nlocal _ = 0\n" + text, $"Scripts/Gallery/{name}.lua");

        Assert.DoesNotContain(pasted.Findings, finding => finding.Rule.Id is "LUA2001" or "LUA2002" or "LUA2003" or "LUA2004" or "LUA2006");
    }

    /// <summary>With all lines rewritten in place, the method has the same parameters: what only the code declares is in the lines too.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Rewriting_all_lines_keeps_the_parameters(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name + ".lua"));
        var compiled = TestCompiler.Compile(text, $"Scripts/Gallery/{name}.lua");
        var loose = compiled.Findings.Where(finding => finding.Rule == LuaGen.Language.Rules.Rule.LooseDeclaration).ToList();
        var lineStarts = loose.ConvertAll(finding => text.LastIndexOf('\n', Math.Max(0, finding.Span.Start - 1)) + 1);
        var areLines = lineStarts.Distinct().Count() == loose.Count && loose.Zip(lineStarts).All(pair => text[pair.Second..pair.First.Span.Start].All(c => c is '-' or ' '));
        if (compiled.Model is null || loose.Count == 0 || !areLines || loose.Exists(finding => finding.Replacement is null))
        {
            return;
        }

        var edits = loose.Select(finding => new LuaGen.Language.Fixing.TextEdit(finding.Replacement!.Span, finding.Replacement.Text));
        var rewritten = TestCompiler.Compile(new LuaGen.Language.Fixing.EditedText(text, edits).Text, $"Scripts/Gallery/{name}.lua");

        Assert.DoesNotContain(rewritten.Findings, finding => finding.Rule == LuaGen.Language.Rules.Rule.LooseDeclaration);
        Assert.Equal(Parameters(compiled.Model), Parameters(rewritten.Model!));
    }

    private static IEnumerable<string> Parameters(LuaGen.Language.Model.ScriptModel model) =>
        model.Parameters.Select(parameter => $"{parameter.Type} {parameter.Name} = {parameter.Default}").Order(StringComparer.Ordinal);

    [Fact]
    public void The_gallery_has_headers_of_every_form() => Assert.True(Directory.GetFiles(Folder, "*.lua").Length >= 80);
}
