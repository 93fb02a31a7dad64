using System.Text;
using LuaGen.Generator.Tests.Hosting;
using LuaGen.Language.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.Tests.Emit;

/// <summary>The gallery's table of contents: what each fixture declares, and the method that is emitted for it.</summary>
public sealed class GalleryTests
{
    private static readonly string Folder = Repository.PathOf("tests", "LuaGen.Generator.Tests", "Fixtures");

    private static readonly string[] Fixtures = [.. Directory.GetDirectories(Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_table_is_what_the_fixtures_say() => Expected.Matches(Path.Combine(Folder, "README.md"), Table());

    [Fact]
    public void The_table_has_a_row_for_each_fixture() =>
        Assert.All(Fixtures, name => Assert.Contains($"\n| [{name}]({name}) | ", Table(), StringComparison.Ordinal));

    private static string Table()
    {
        var table = new StringBuilder("""
            # Gallery

            Each folder holds a script, the class that it becomes (`expected.g.cs`) and what the build says of it
            (`expected.txt`). Nobody writes this table: `LUAGEN_UPDATE_FIXTURES=1 dotnet test tests/LuaGen.Generator.Tests` does.

            | fixture | the script says | the call |
            |---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var name in Fixtures)
        {
            var path = Path.Combine(Folder, name, "script.lua");
            var script = new TestScript($"Scripts/Gallery/{Identifiers.Pascal(name)}.lua", File.ReadAllText(path));
            table.Append("| [").Append(name).Append("](").Append(name).Append(") | ").Append(Declarations(script)).Append(" | ").Append(Call(script)).Append(" |\n");
        }

        return table.ToString();
    }

    /// <summary>Returns the lines that declare something, without descriptions.</summary>
    private static string Declarations(TestScript script)
    {
        var lines = script.GetText()!.ToString().Split('\n')
            .TakeWhile((line, i) => i < 60)
            .Select(line => line.TrimStart('-', '[', '*', ' ').Trim())
            .Where(line => line.StartsWith("KEYS[", StringComparison.Ordinal) || line.StartsWith("ARGV[", StringComparison.Ordinal) || line.StartsWith("RETURNS", StringComparison.Ordinal) || line.StartsWith("RAISES", StringComparison.Ordinal) || line.StartsWith('@'))
            .Select(line => Cell(line.Split("  ")[0].Split('\t')[0]));
        return string.Join("<br>", lines) is { Length: > 0 } declared ? declared : "nothing";
    }

    /// <summary>Returns the emitted method as a caller reads it, without <c>global::</c> and the client's own parameters.</summary>
    private static string Call(TestScript script)
    {
        var output = GeneratorHost.Run(script);
        if (output.Sources.IsEmpty)
        {
            return output.Diagnostics.IsEmpty ? "left alone" : "refused: " + string.Join(", ", output.Diagnostics.Select(diagnostic => diagnostic.Id).Distinct());
        }

        var method = CSharpSyntaxTree.ParseText(output.Sources.Single().SourceText.ToString()).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First();
        var own = method.ParameterList.Parameters.Where(parameter => parameter.Type!.ToString() is not ("global::StackExchange.Redis.CommandFlags" or "global::System.Threading.CancellationToken"));
        return Cell(Short($"{method.ReturnType} {method.Identifier}({string.Join(", ", own.Select(parameter => parameter.ToString()))})"));
    }

    private static string Short(string text)
    {
        foreach (var prefix in new[] { "global::System.Threading.Tasks.", "global::System.Collections.Generic.", "global::StackExchange.Redis.", "global::System.", "GalleryScripts." })
        {
            text = text.Replace(prefix, "", StringComparison.Ordinal);
        }

        return text;
    }

    private static string Cell(string code) => $"`{code.Replace("|", "\\|", StringComparison.Ordinal)}`";
}
