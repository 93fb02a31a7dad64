using System.Globalization;
using LuaGen.Generator.Tests.Hosting;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Tests.CallSites;

/// <summary>Errors in a script are reported at their location in the C# string, for every form of string that C# has.</summary>
public sealed class ScriptPlaceTests
{
    private const string Quotes = "\"\"\"";

    [Theory]
    [InlineData("""db.ScriptEvaluate("return redis.call([|'GTE'|], KEYS[1])", keys);""")]
    [InlineData("""db.ScriptEvaluate("-- \"é\" \t\\ \x41\u00e9\U0001F600\0\e\nreturn redis.call([|'GTE'|], KEYS[1])", keys);""")]
    [InlineData("""db.ScriptEvaluate("return redis.call([|\"G\u0054E\"|], KEYS[1])", keys);""")]
    [InlineData("""db.ScriptEvaluate("return redis.call([|'G\x54E'|], KEYS[1])", keys);""")]
    [InlineData("""
        db.ScriptEvaluate(@"-- ""quoted"" \
        return redis.call([|'GTE'|], KEYS[1])", keys);
        """)]
    [InlineData("db.ScriptEvaluate(@\"return redis.call([|\"\"GTE\"\"|], KEYS[1])\", keys);")]
    [InlineData("db.ScriptEvaluate(@\"-- windows\r\nreturn redis.call([|'GTE'|], KEYS[1])\", keys);")]
    [InlineData("db.ScriptEvaluate(" + Quotes + "return redis.call([|'GTE'|], \"x\")" + Quotes + ", keys);")]
    [InlineData("db.ScriptEvaluate(" + Quotes + "\n    if true then\n\n      return redis.call([|'GTE'|], KEYS[1])\n    end\n    " + Quotes + ", keys);")]
    [InlineData("db.ScriptEvaluate(" + Quotes + "\r\n\t\tif true then\r\n\t\t  return redis.call([|'GTE'|], KEYS[1])\r\n\t\tend\r\n\t\t" + Quotes + ", keys);")]
    [InlineData("db.ScriptEvaluate(" + Quotes + "\"\n    -- \"\"\"x\"\"\"\n    return redis.call([|'GTE'|], KEYS[1])\n    " + Quotes + "\", keys);")]
    [InlineData("""db.ScriptEvaluate("return " + "redis.call(" + "[|'GTE'|], " + "KEYS[1])", keys);""")]
    [InlineData("""db.ScriptEvaluate("return redis.call([|'G" + @"TE'|], KEYS[1])", keys);""")]
    [InlineData("""const string Call = "redis.call([|'GTE'|], "; db.ScriptEvaluate("return " + Call + "KEYS[1])", keys);""")]
    [InlineData("""const string Call = "redis.call"; db.ScriptEvaluate($"local t = {{}} -- \"\nreturn {Call}([|'GTE'|], KEYS[1])", keys);""")]
    [InlineData("""var script = ("return redis.call([|'GTE'|], KEYS[1])"); await db.ScriptEvaluateAsync(script, keys);""")]
    [InlineData("""db.Execute("EVAL", "return redis.call([|'GTE'|], KEYS[1])", 1, key);""")]
    [InlineData("""server.ScriptLoad("return redis.call([|'GTE'|], KEYS[1])");""")]
    public Task Its_place_in_the_string_is_the_place_of_the_finding(string statements) => CallSiteAssert.FlagsAsync(Rule.UnknownCommand, statements);

    [Theory]
    [InlineData("""
        const string Call = "redis.call"; db.ScriptEvaluate($@"local t = {{}} -- ""
        return {Call}([|'GTE'|], KEYS[1])", keys);
        """)]
    [InlineData("const string Call = \"redis.call\"; db.ScriptEvaluate($$" + Quotes + "\n    local t = {}\n    return {{Call}}([|'GTE'|], KEYS[1])\n    " + Quotes + ", keys);")]
    public Task So_it_is_in_constant_interpolations(string statements) => CallSiteAssert.FlagsAsync(Rule.UnknownCommand, statements);

    [Fact]
    public Task A_syntax_error_is_shown_at_its_place_too() =>
        CallSiteAssert.FlagsAsync(Rule.SyntaxError, "db.ScriptEvaluate(" + Quotes + "\n    if KEYS[1] [|then2|]\n      return 1\n    end\n    " + Quotes + ", keys);");

    [Theory]
    [InlineData("const string Script")]
    [InlineData("static readonly string Script")]
    public async Task A_field_that_many_calls_use_is_reported_once_at_its_place(string field)
    {
        var declaration = CallSiteHost.Class($"""    public {field} = "return redis.call('GTE', KEYS[1])";""");
        var uses = "using StackExchange.Redis; partial class Calls { void Run(RedisKey[] keys) { db.ScriptEvaluate(Script, keys); db.ScriptEvaluate(Calls.Script, keys); } }";

        var elsewhere = await FindingsAsync(declaration, uses);
        var both = await FindingsAsync(declaration + uses["using StackExchange.Redis; ".Length..], uses.Replace("Run", "Again", StringComparison.Ordinal));

        Assert.StartsWith("File0.cs(", Assert.Single(elsewhere), StringComparison.Ordinal);
        Assert.Equal(elsewhere, both);
    }

    [Fact]
    public async Task A_script_of_another_assembly_is_reported_at_the_call_with_its_line()
    {
        var library = CallSiteHost.Compilation("public static class Library { public const string Script = \"local k = KEYS[1]\\nreturn redis.call('GTE', k)\"; }");
        var source = MarkedText.Parse(CallSiteHost.Method("db.ScriptEvaluate([|Library.Script|], keys);"));

        var diagnostics = await CallSiteHost.AnalyzeAsync(CallSiteHost.Compilation(source.Text).AddReferences(library.ToMetadataReference()));

        var finding = Assert.Single(diagnostics, diagnostic => diagnostic.Id == "LUA4001");
        Assert.Equal((source.Spans[0].Start, source.Spans[0].End), (finding.Location.SourceSpan.Start, finding.Location.SourceSpan.End));
        Assert.StartsWith("Line 2 of the script: 'GTE' is not a Redis command", finding.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal(DiagnosticSeverity.Warning, finding.Severity);
    }

    private static async Task<string[]> FindingsAsync(params string[] sources) =>
        [.. (await CallSiteHost.AnalyzeAsync(sources)).Where(diagnostic => diagnostic.Id == "LUA4001").Select(GeneratorHost.Print)];

    [Theory]
    [InlineData("""
        const string Script = "rturn [|1|]";
        void M() { db.ScriptEvaluate(Script); db.ScriptEvaluate(Script); }
        """)]
    [InlineData("""
        string Script => "return " + "[|+|] 1";
        void M() { db.ScriptEvaluate(Script); db.ScriptEvaluate(Script); }
        """)]
    [InlineData("void M() { const string Script = \"return [|+|] 1\"; db.ScriptEvaluate(Script); db.ScriptEvaluate(Script); }")]
    [InlineData("""
        const string Script = "return [|+|] 1";
        void M() { var s = Script; db.ScriptEvaluate(s); db.ScriptEvaluate(s); }
        """)]
    [InlineData("""
        const string Text = "return [|+|] 1"; const string Script = Text;
        void M() { db.ScriptEvaluate(Script); db.ScriptEvaluate(Script); }
        """)]
    public async Task What_has_a_name_is_reported_once(string members) => await CallSiteAssert.FlagsInAsync(Rule.SyntaxError, CallSiteHost.Class(members));
}
