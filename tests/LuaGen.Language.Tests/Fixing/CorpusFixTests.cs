using LuaGen.Language.Fixing;
using LuaGen.Language.Model;
using LuaGen.Language.Rules;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Fixing;

/// <summary>All fixes over all scripts of the repository.</summary>
public sealed class CorpusFixTests
{
    private static readonly string[] Folders = ["tests/Corpus", "tests/LuaGen.Generator.Tests/Fixtures", "samples"];

    [Fact]
    public void Each_fix_by_itself_is_sound()
    {
        var fixes = 0;
        foreach (var (path, text) in Scripts())
        {
            var (fixer, analysis) = FixAssert.Analyze(text, options: null);
            foreach (var finding in analysis.Findings)
            {
                if (fixer.For(analysis, finding, CancellationToken.None) is { } fix)
                {
                    fixes++;
                    FixAssert.IsSound(analysis, FixAssert.Analyze(new EditedText(text, fix.Edits).Text, options: null).Analysis, finding.Rule);
                }
            }
        }

        Assert.True(fixes > 100, $"Only {fixes} fixes were offered.");
    }

    [Fact]
    public void All_fixes_together_leave_nothing_to_fix()
    {
        foreach (var (path, text) in Scripts())
        {
            var (fixer, analysis) = FixAssert.Analyze(text, options: null);
            var all = fixer.FixAll(analysis, CancellationToken.None);
            var again = FixAssert.Analyze(all.Tree.Text, options: null);

            Assert.True(again.Analysis.Findings == all.Findings, path);
            Assert.True(again.Fixer.FixAll(again.Analysis, CancellationToken.None) == again.Analysis, $"{path}: a second run changes more.");
            Assert.DoesNotContain(all.Findings, finding => finding.Rule == Rule.NoHeader && analysis.Model is not null);
            Assert.Equal(Signature(analysis.Model), Signature(all.Model));
        }
    }

    /// <summary>An inferred header that is written down must declare what was inferred.</summary>
    private static string Signature(ScriptModel? model) => model is null ? "" : $"{model.Class}.{model.Name}({string.Join(", ", model.Parameters.Select(parameter => $"{parameter.Type} {parameter.Name} {parameter.Default}"))})";

    [ServerFact]
    public async Task The_fixed_scripts_load()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);
        foreach (var (path, text) in Scripts())
        {
            var (fixer, analysis) = FixAssert.Analyze(text, options: null);
            var all = fixer.FixAll(analysis, CancellationToken.None);
            if (all != analysis && !all.Findings.Any(finding => finding.IsError))
            {
                await LoadAsync(connection.GetDatabase(), path, all);
            }
        }
    }

    private static async Task LoadAsync(IDatabase database, string path, ScriptAnalysis script)
    {
        if (script.Tree.Shebang?.LibraryName is { } library)
        {
            Assert.Equal(library, (await database.ExecuteAsync("FUNCTION", "LOAD", "REPLACE", script.Tree.Text)).ToString());
            await database.ExecuteAsync("FUNCTION", "DELETE", library);
            return;
        }

        var hash = await database.ExecuteAsync("SCRIPT", "LOAD", script.Tree.Text);
        Assert.True(hash.ToString().Length == 40, path);
    }

    private static IEnumerable<(string Path, string Text)> Scripts() => Folders
        .SelectMany(folder => Directory.GetFiles(Repository.PathOf(folder), "*.lua", SearchOption.AllDirectories))
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(path => (Path.GetRelativePath(Repository.Root, path), File.ReadAllText(path)));
}
