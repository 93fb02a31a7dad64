using System.Collections.Concurrent;
using System.Reflection;
using LuaGen.CodeFixes;
using LuaGen.Generator.Tests.CodeFixes;
using LuaGen.Generator.Tests.Hosting;
using LuaGen.Language.Rules;
using LuaGen.TestServers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LuaGen.Generator.Tests.CallSites;

/// <summary>Tests each version of the client: its own behavior, and what the rules report about its calls.</summary>
public sealed class ClientVersionTests
{
    private const string ReadOnlyWrite = "db.ScriptEvaluateReadOnly(\"return redis.call('SET', KEYS[1], ARGV[1])\", keys, values);";

    private static readonly ConcurrentDictionary<string, Assembly> Facts = new();

    public static TheoryData<string> Versions => [.. ClientAssemblies.Older, ClientAssemblies.Newest];

    /// <summary>The tests of the client itself.</summary>
    private static readonly Type[] Tests = [typeof(ClientFactsTests), typeof(ClientReplyFactsTests)];

    public static TheoryData<string, string> FactsOfOlderVersions
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var fact in Tests.SelectMany(test => test.GetMethods()).Where(method => method.IsDefined(typeof(FactAttribute))))
            {
                foreach (var version in ClientAssemblies.Older)
                {
                    rows.Add(version, fact.Name);
                }
            }

            return rows;
        }
    }

    /// <summary>Compiles the facts about the newest client against another version, and runs them with it.</summary>
    [ServerProcessTheory]
    [MemberData(nameof(FactsOfOlderVersions))]
    public async Task Is_asked_of_the_client(string version, string fact)
    {
        var method = Tests.Select(test => Facts.GetOrAdd(version, Compile).GetType(test.FullName!)!.GetMethod(fact)).First(method => method is not null)!;

        // A theory has a row of arguments for each of its attributes; a fact has none.
        var rows = method.GetCustomAttributes<InlineDataAttribute>().SelectMany(attribute => attribute.GetData(method)).DefaultIfEmpty([]);
        foreach (var row in rows)
        {
            await (Task)method.Invoke(Activator.CreateInstance(method.DeclaringType!), row)!;
        }
    }

    /// <summary>If the client does not send <c>EVAL_RO</c>, the server does not reject the write.</summary>
    [Theory]
    [InlineData("2.7.27", false)]
    [InlineData("2.13.17", false)]
    [InlineData("3.1.31", false)]
    [InlineData("3.4.35", true)]
    public async Task A_write_of_a_read_only_call_is_refused(string version, bool isRefused)
    {
        Assert.Equal(isRefused, (await IdsAsync(version, ReadOnlyWrite)).Contains(Rule.WriteInReadOnly.Id));
        Assert.Contains(Rule.WriteInReadOnly.Id, await IdsAsync(version, "db.Execute(\"EVAL_RO\", \"return redis.call('SET', KEYS[1], ARGV[1])\", 1, key, value);"));
        Assert.DoesNotContain(Rule.WriteInReadOnly.Id, await IdsAsync(version, "db.ScriptEvaluate(\"return redis.call('SET', KEYS[1], ARGV[1])\", keys, values);"));
    }

    [Theory]
    [InlineData("2.7.27", true)]
    [InlineData("2.13.17", true)]
    [InlineData("3.1.31", true)]
    [InlineData("3.4.35", false)]
    public async Task A_lost_text_of_a_read_only_call_surfaces(string version, bool surfaces)
    {
        string[] flagged = ["await db.ScriptEvaluateReadOnlyAsync(text, keys);", "await db.ScriptEvaluateReadOnlyAsync(\"return 1\");", "IDatabaseAsync any = db; await any.ScriptEvaluateReadOnlyAsync(text);"];
        string[] quiet =
        [
            "db.ScriptEvaluateReadOnly(text, keys);",
            "await db.ScriptEvaluateAsync(text, keys);",
            "_ = transaction.ScriptEvaluateReadOnlyAsync(text, keys);",
            "_ = batch.ScriptEvaluateReadOnlyAsync(text, keys);",
            "try { await db.ScriptEvaluateReadOnlyAsync(text, keys); } catch (RedisServerException) { await db.ScriptEvaluateAsync(text, keys); }",
            "await db.ScriptEvaluateReadOnlyAsync(text, keys); } static bool IsLost(Exception e) => e.Message.StartsWith(\"NOSCRIPT\"); void Other() {",
        ];

        foreach (var call in flagged)
        {
            Assert.Equal(surfaces, (await IdsAsync(version, call)).Contains(Rule.HashWithoutHandling.Id));
        }

        foreach (var call in quiet)
        {
            Assert.DoesNotContain(Rule.HashWithoutHandling.Id, await IdsAsync(version, call));
        }
    }

    [Fact]
    public async Task What_to_do_then_is_named() => Assert.Equal(
        "This call fails with NOSCRIPT when the server has lost the script: call `ScriptEvaluateAsync`, which sends the text then, or use StackExchange.Redis 3.2 or newer",
        Assert.Single(await AnalyzeAsync("2.13.17", "await db.ScriptEvaluateReadOnlyAsync(text, keys);")).GetMessage(null));

    /// <summary>Makes one call for each call rule, in forms that all versions have.</summary>
    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Calls_are_found(string version)
    {
        await HasAsync(version, Rule.UnknownCommand, "db.ScriptEvaluate(\"return redis.call('GTE', KEYS[1])\", keys);");
        await HasAsync(version, Rule.UnknownCommand, "await db.ScriptEvaluateAsync(\"return redis.call('GTE', KEYS[1])\", keys, values, CommandFlags.DemandMaster);");
        await HasAsync(version, Rule.UnknownCommand, "server.ScriptLoad(\"return redis.call('GTE', KEYS[1])\");");
        await HasAsync(version, Rule.UnknownCommand, "db.Execute(\"EVAL\", \"return redis.call('GTE', KEYS[1])\", 1, key);");
        await HasAsync(version, Rule.UnknownCommand, "db.Execute(\"EVAL\", new object[] { \"return redis.call('GTE', KEYS[1])\", 1, key });");
        await HasAsync(version, Rule.UnknownCommand, "LuaScript.Prepare(\"return redis.call('GTE', @key)\");");
        await HasAsync(version, Rule.TooFewPassed, "db.ScriptEvaluate(\"return redis.call('GET', KEYS[2])\", new RedisKey[] { key });");
        await HasAsync(version, Rule.KeyAsText, "LuaScript.Prepare(\"return redis.call('GET', @name)\").Evaluate(db, new { name = \"a\" });");
        await HasAsync(version, Rule.HiddenNil, "_ = (long)db.ScriptEvaluate(\"return redis.call('GET', KEYS[1])\", new RedisKey[] { key });");
        await HasAsync(version, Rule.HashWithoutHandling, "db.ScriptEvaluate(hash, keys);");
        await HasAsync(version, Rule.HashWithoutHandling, "await db.ScriptEvaluateReadOnlyAsync(hash, keys);");
        await HasAsync(version, Rule.HashWithoutHandling, "await db.ExecuteAsync(\"EVALSHA\", text, 0);");
        await HasAsync(version, Rule.TextInBatch, "_ = batch.ScriptEvaluateAsync(text);");
        await HasAsync(version, Rule.TextInBatch, "_ = batch.ScriptEvaluateReadOnlyAsync(text);");
        await HasAsync(version, Rule.ScriptInString, "db.ScriptEvaluate(\"return redis.call('GET', KEYS[1])\", keys);");
    }

    /// <summary>A moved script is read-only if the client sent its call as read-only; otherwise only if that does not change its behavior.</summary>
    [Theory]
    [InlineData("2.7.27", "GET", true)]
    [InlineData("2.7.27", "INCR", false)]
    [InlineData("3.1.31", "INCR", false)]
    [InlineData("3.4.35", "GET", true)]
    public async Task A_call_moves_to_a_file(string version, string command, bool isReadOnly)
    {
        var after = await MoveAsync(version, $"(string?)db.ScriptEvaluateReadOnly(\"return redis.call('{command}', KEYS[1])\", new RedisKey[] {{ key }})");

        var script = Assert.Single(await FixHost.ScriptsAsync(after)).Value;
        Assert.Equal(isReadOnly, script.Contains("@readonly", StringComparison.Ordinal));
        var output = await FixHost.GenerateAsync(after);
        Assert.Empty(output.Diagnostics.Select(GeneratorHost.Print));
        Assert.Empty(output.CompilerDiagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(GeneratorHost.Print));
    }

    private static async Task<Project> MoveAsync(string version, string expression)
    {
        var project = FixHost.Project([CallSiteHost.Class($"string? Run() => {expression};")], []);
        project = project.WithMetadataReferences(ClientAssemblies.Replace(project.MetadataReferences, version));
        var diagnostic = Assert.Single(await FixHost.DiagnosticsAsync(project, Rule.ScriptInString.Id));
        return (await FixHost.FixAsync(project, new MoveScriptFix(), diagnostic))!;
    }

    private static async Task HasAsync(string version, Rule rule, string statements) => Assert.Contains(rule.Id, await IdsAsync(version, statements));

    private static async Task<string[]> IdsAsync(string version, string statements) => [.. (await AnalyzeAsync(version, statements)).Select(diagnostic => diagnostic.Id)];

    private static async Task<IEnumerable<Diagnostic>> AnalyzeAsync(string version, string statements)
    {
        var compilation = CallSiteHost.Compilation(CallSiteHost.Method(statements));
        return await CallSiteHost.AnalyzeAsync(compilation.WithReferences(ClientAssemblies.Replace(compilation.References, version)));
    }

    private static Assembly Compile(string version)
    {
        var sources = Tests.Select(test => File.ReadAllText(Repository.PathOf("tests", "LuaGen.Generator.Tests", "CallSites", test.Name + ".cs")));
        const string Usings = "global using System; global using System.Linq; global using System.Threading.Tasks; global using Xunit;";
        var parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var compilation = GeneratorHost.Compilation();
        compilation = CSharpCompilation.Create(
            "Facts", sources.Prepend(Usings).Select(source => CSharpSyntaxTree.ParseText(source, parse)),
            ClientAssemblies.Replace(compilation.References, version),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.Empty(emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(GeneratorHost.Print));
        image.Position = 0;
        return ClientAssemblies.NewContext(version).LoadFromStream(image);
    }
}
