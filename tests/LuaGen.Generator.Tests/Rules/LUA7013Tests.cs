using System.Globalization;
using System.Text;
using LuaGen.Generator.Tests.CallSites;
using LuaGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA7013Tests
{
    private const string Lock = """
        -- KEYS[1] lock
        -- ARGV[1] owner: string
        -- RETURNS ok
        return redis.call('SET', KEYS[1], ARGV[1])
        """;

    [Theory]
    [InlineData("""db.ScriptEvaluate(System.IO.File.ReadAllText("Scripts/Locks/Acquire.lua"), [key], [value]);""")]
    [InlineData("""await db.ScriptEvaluateAsync(await System.IO.File.ReadAllTextAsync(System.IO.Path.Combine(AppContext.BaseDirectory, "Scripts", "Locks", "Acquire.lua")), [key], [value]);""")]
    [InlineData("""db.ScriptEvaluate(S, [key], [value]); } static readonly string S = System.IO.File.ReadAllText("Acquire.lua"); void Other() {""")]
    [InlineData("""using var stream = typeof(Calls).Assembly.GetManifestResourceStream("Consumer.Scripts.Locks.Acquire.lua")!; using var reader = new System.IO.StreamReader(stream); db.ScriptEvaluate(reader.ReadToEnd(), [key], [value]);""")]
    [InlineData("""db.ScriptEvaluate(Load("Acquire.lua"), [key], [value]); } static string Load(string name) => System.IO.File.ReadAllText("Scripts/Locks/" + name); void Other() {""")]
    public async Task Flags_calls_that_read_a_file_of_the_project(string statements)
    {
        var diagnostic = Assert.Single(await AnalyzeAsync(statements));

        Assert.Equal("LUA7013", diagnostic.Id);
        Assert.Contains("LuaGen generates a typed method for Scripts/Locks/Acquire.lua: call `new ", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.EndsWith("(database).AcquireAsync(…)` instead of reading the file", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_what_the_file_reads() =>
        Assert.Equal(["LUA7001", "LUA7013"], (await AnalyzeAsync("""db.ScriptEvaluate(System.IO.File.ReadAllText("Acquire.lua"), [key]);""")).Select(diagnostic => diagnostic.Id).Order());

    [Theory]
    [InlineData("""db.ScriptEvaluate(System.IO.File.ReadAllText("Other.lua"), [key]);""")]
    [InlineData("""db.ScriptEvaluate(System.IO.File.ReadAllText(text), [key]);""")]
    [InlineData("""db.ScriptEvaluate("return 1 " + System.IO.File.ReadAllText("Acquire.lua"), [key]);""")]
    [InlineData("""db.ScriptEvaluate(Name("Acquire.lua"), [key]); } static string Name(string name) => name; void Other() {""")]
    [InlineData("""Console.WriteLine(System.IO.File.ReadAllText("Acquire.lua"));""")]
    public async Task Leaves_other_texts_alone(string statements) => 
        Assert.DoesNotContain(await AnalyzeAsync(statements), diagnostic => diagnostic.Id is "LUA7013" or "LUA7001");

    private static async Task<IEnumerable<Diagnostic>> AnalyzeAsync(string statements) =>
        await CallSiteHost.AnalyzeAsync(CallSiteHost.Compilation(CallSiteHost.Method(statements)), options: null, new TestScript("Scripts/Locks/Acquire.lua", SourceText.From(Lock, Encoding.UTF8)));
}
