using LuaGen.Generator.Tests.Hosting;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis.CSharp;

namespace LuaGen.Generator.Tests.CallSites;

/// <summary>The pages of the call rules match the analyzer: it reports the flagged code, and does not report the replacement.</summary>
public sealed class CallSitePageTests
{
    private const string Names = "RedisKey stock = text; RedisValue owner = text; var name = text; var sha1 = hash; var price = text.Length / 3.0;\n";
    private const string Acquire = "return redis.call('SET', KEYS[1], ARGV[1])";

    public static TheoryData<string> Ids => [.. Rule.All.Where(rule => rule.Number / 1000 == 7).Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_page_is_true(string id)
    {
        var page = await File.ReadAllTextAsync(Repository.PathOf("generator", "rules", id + ".md"));

        Assert.Contains(id, await FindingsAsync(CodeBelow(page, "## Flagged")));
        if (id != Rule.ScriptInString.Id && id != Rule.ScriptReadAtRunTime.Id)
        {
            // The replacement can still hold a script in a string, which LUA7009 reports.
            Assert.All(await FindingsAsync(CodeBelow(page, "## Write instead")), found => Assert.Equal("LUA7009", found));
        }
    }

    private static string CodeBelow(string page, string heading)
    {
        const string Fence = "```csharp\n";
        var start = page.IndexOf(Fence, page.IndexOf(heading, StringComparison.Ordinal), StringComparison.Ordinal) + Fence.Length;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }

    /// <summary>The findings in statements of a project with a small and a large script, and the classes generated from them.</summary>
    private static async Task<string[]> FindingsAsync(string statements)
    {
        var options = new TestOptions { Properties = { ["RootNamespace"] = "" } };
        TestScript[] files = [new("Scripts/Locks/Acquire.lua", Acquire), new("Scripts/Inventory/ReserveStock.lua", LargeScripts.Reserve)];
        var compilation = CallSiteHost.Compilation(CallSiteHost.Method(Names + statements));
        var generated = (CSharpCompilation)GeneratorHost.Run(GeneratorHost.Driver(compilation, files, options), compilation).Compilation;
        return [.. (await CallSiteHost.AnalyzeAsync(generated, options, files)).Select(diagnostic => diagnostic.Id)];
    }
}
