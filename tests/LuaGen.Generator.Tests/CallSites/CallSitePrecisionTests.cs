using LuaGen.Generator.CallSites;
using LuaGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.Tests.CallSites;

/// <summary>Embeds every script of the corpus in C#, in each form of string that C# has.</summary>
public sealed class CallSitePrecisionTests
{
    private static readonly string[] Paths = [.. Directory.GetFiles(Repository.PathOf("tests", "Corpus"), "*.lua", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Forms => ["regular", "verbatim", "raw"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_correct_script_is_left_in_peace(string form)
    {
        var calls = Paths.Select((path, index) => $"    object M{index}(RedisKey[] keys, RedisValue[] values) => db.ScriptEvaluate({Write(File.ReadAllText(path), form)}, keys, values);\n");

        var diagnostics = await CallSiteHost.AnalyzeAsync(CallSiteHost.Class(string.Concat(calls)));

        Assert.Empty(diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Info).Select(GeneratorHost.Print));
        Assert.Equal(Paths.Length, diagnostics.Count(diagnostic => diagnostic.Id == "LUA7009"));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_character_knows_its_place(string form)
    {
        foreach (var path in Paths)
        {
            var lua = File.ReadAllText(path);
            var compilation = CallSiteHost.Compilation(CallSiteHost.Method($"db.ScriptEvaluate({Write(lua, form)});"));
            var tree = compilation.SyntaxTrees.Single();
            var source = tree.ToString();
            var call = tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Single();

            var script = CallSite.Find(call, compilation.GetSemanticModel(tree), RedisClient.Of(compilation)!, CancellationToken.None)!.Constant!;

            Assert.Equal(lua, script.Text);
            Assert.Equal(lua.Length, script.Characters.Count);
            for (var i = 0; i < lua.Length; i++)
            {
                var place = script.Characters[i];
                var written = source[place.Start..place.End];
                Assert.True(place.IsExact);
                Assert.Equal(lua[i], written.Length == 1 ? written[0] : form == "verbatim" ? written[0] : Unescape(written, i, script));
            }
        }
    }

    private static string Write(string lua, string form) => form switch
    {
        "regular" => SymbolDisplay.FormatLiteral(lua, quote: true),
        "verbatim" => "@\"" + lua.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"",
        _ => "\"\"\"\"\"\n        " + lua.Replace("\n", "\n        ", StringComparison.Ordinal) + "\n        \"\"\"\"\"",
    };

    private static char Unescape(string written, int position, ScriptConstant script)
    {
        var value = (string)SyntaxFactory.ParseToken('"' + written + '"').Value!;
        return value.Length == 1 ? value[0] : value[position > 0 && script.Characters[position - 1] == script.Characters[position] ? 1 : 0];
    }
}
