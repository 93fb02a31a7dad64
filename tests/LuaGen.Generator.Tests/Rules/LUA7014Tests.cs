using LuaGen.CodeFixes;
using LuaGen.Generator.Tests.CallSites;
using LuaGen.Generator.Tests.CodeFixes;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA7014Tests
{
    private static readonly (string Path, string Text)[] Scripts =
    [
        ("Scripts/Inventory/Reserve.lua", LargeScripts.Reserve),
        ("Scripts/Inventory/Release.lua", LargeScripts.Release),
        ("Scripts/Inventory/Move.v1.lua", LargeScripts.Release),
        ("Scripts/Inventory/Move.v2.lua", LargeScripts.Reserve),
        ("Scripts/Small/Release.lua", LargeScripts.Release),
        ("Scripts/Accents/Reserve.lua", LargeScripts.Accents),
        ("Scripts/Parts/Take.lua", "-- @include \"names\"\n" + LargeScripts.OfBytes(300)),
        ("Scripts/Parts/names.lua", $"local names = '{new string('n', 1000)}'\n"),
    ];

    [Theory]
    [InlineData("""var batch = db.CreateBatch(); var scripts = [|new InventoryScripts(batch)|]; _ = scripts.ReserveAsync("k", 1); batch.Execute();""")]
    [InlineData("""var batch = db.CreateBatch(); InventoryScripts scripts = [|new(batch)|]; _ = scripts.ReserveAsync("k", 1); _ = scripts.ReleaseAsync("k", 1); batch.Execute();""")]
    [InlineData("""var batch = db.CreateBatch(); _ = [|new InventoryScripts(batch)|].ReserveAsync("k", 1); batch.Execute();""")]
    [InlineData("""var batch = db.CreateBatch(); _ = ([|new InventoryScripts(database: batch)|]).MoveV2Async("k", 1); batch.Execute();""")]
    [InlineData("""var batch = db.CreateBatch(); var scripts = [|new InventoryScripts(batch)|]; _ = scripts.MoveAsync("k", 1); batch.Execute();""")]
    [InlineData("""var batch = db.CreateBatch(); Fill([|new InventoryScripts(batch)|]); batch.Execute(); void Fill(IInventoryScripts scripts) => scripts.ReleaseAsync("k", 1);""")]
    [InlineData("""var batch = db.CreateBatch(); var scripts = [|new InventoryScripts(batch)|]; Func<RedisKey, int, CommandFlags, System.Threading.CancellationToken, ValueTask<long>> call = scripts.ReleaseAsync;""")]
    [InlineData("""var batch = db.CreateBatch(); var scripts = [|new AccentsScripts(batch)|]; _ = scripts.ReserveAsync("k", 1); batch.Execute();""")]
    [InlineData("""var batch = db.CreateBatch(); var scripts = [|new PartsScripts(batch)|]; _ = scripts.TakeAsync("k", 1); batch.Execute();""")]
    [InlineData("""var scripts = [|new InventoryScripts(passed)|]; _ = scripts.ReserveAsync("k", 1);""")]
    [InlineData("""foreach (var batch in new IBatch[2]) { var scripts = [|new InventoryScripts(batch)|]; _ = scripts.ReserveAsync("k", 1); }""")]
    public Task Flags_instances_for_plain_batches(string statements) => FlagsAsync(statements);

    [Theory]
    [InlineData("""var scripts = new InventoryScripts(db); _ = scripts.ReserveAsync("k", 1);""")]
    [InlineData("""var batch = db.CreateBatch(); var scripts = new InventoryScripts(db).On(batch); _ = scripts.ReserveAsync("k", 1);""")]
    [InlineData("""var transaction = db.CreateTransaction(); var scripts = new InventoryScripts(transaction); _ = scripts.ReserveAsync("k", 1);""")]
    [InlineData("""IBatch batch = db.CreateTransaction(); var scripts = new InventoryScripts(batch); _ = scripts.ReserveAsync("k", 1);""")]
    [InlineData("""IDatabaseAsync any = db.CreateBatch(); var scripts = new InventoryScripts(any); _ = scripts.ReserveAsync("k", 1);""")]
    [InlineData("""var batch = db.CreateBatch(); var scripts = new InventoryScripts(batch); _ = scripts.ReleaseAsync("k", 1);""")]
    [InlineData("""var batch = db.CreateBatch(); _ = new InventoryScripts(batch).MoveV1Async("k", 1);""")]
    [InlineData("""var batch = db.CreateBatch(); var scripts = new SmallScripts(batch); Fill(scripts); void Fill(ISmallScripts small) => small.ReleaseAsync("k", 1);""")]
    [InlineData("""var batch = db.CreateBatch(); var scripts = new InventoryScripts(batch); _ = scripts.ReserveAsync("k", 1, CommandFlags.FireAndForget); batch.Execute();""")]
    [InlineData("""var batch = Make(); var scripts = new InventoryScripts(batch); _ = scripts.ReserveAsync("k", 1); IBatch Make() => db.CreateBatch();""")]
    [InlineData("""var batch = Substitute.For<IBatch>(); var scripts = new InventoryScripts(batch); _ = scripts.ReserveAsync("k", 1);""")]
    [InlineData("""var own = new Own(passed);""")]
    public async Task Leaves_the_rest_as_it_is(string statements) => Assert.Empty(await DiagnosticsAsync(Project(statements)));

    [Theory]
    [InlineData(
        """var batch = db.CreateBatch(); var scripts = new InventoryScripts(batch); _ = scripts.ReserveAsync("k", 1); _ = scripts.ReleaseAsync("k", 1);""",
        "The batch sends all 1 KB of 'Reserve' with every call: write `new InventoryScripts(db).On(batch)` to send its SHA-1")]
    [InlineData(
        """InventoryScripts scripts = new(passed); _ = scripts.ReserveAsync("k", 1);""",
        "The batch sends all 1 KB of 'Reserve' with every call: write `new InventoryScripts(database).On(passed)` to send its SHA-1")]
    public async Task Says_what_to_write(string statements, string message) =>
        Assert.Equal(message, Assert.Single(await DiagnosticsAsync(Project(statements))).GetMessage(null));

    [Theory]
    [InlineData("var scripts = new InventoryScripts(batch);", "var scripts = new InventoryScripts(db).On(batch);")]
    [InlineData("InventoryScripts scripts = new(batch);", "InventoryScripts scripts = new InventoryScripts(db).On(batch);")]
    [InlineData("IInventoryScripts scripts = new Shop.InventoryScripts(database: batch);", "IInventoryScripts scripts = new Shop.InventoryScripts(database: db).On(batch);")]
    public async Task Is_fixed_where_the_database_is_known(string before, string after)
    {
        const string Calls = """ _ = scripts.ReserveAsync("k", 1); batch.Execute();""";
        var project = Project("var batch = db.CreateBatch(); " + before + Calls);

        var fixedProject = await FixHost.FixAsync(project, new SendHashInBatchFix(), Assert.Single(await DiagnosticsAsync(project)));

        Assert.Equal(Source("var batch = db.CreateBatch(); " + after + Calls), Assert.Single(await FixHost.SourcesAsync(fixedProject!)));
        Assert.Empty(await DiagnosticsAsync(fixedProject!));
    }

    [Theory]
    [InlineData("""_ = new InventoryScripts(passed).ReserveAsync("k", 1);""")]
    [InlineData("""var batch = Database().CreateBatch(); _ = new InventoryScripts(batch).ReserveAsync("k", 1); IDatabase Database() => db;""")]
    public async Task Is_not_fixed_elsewhere(string statements)
    {
        var project = Project(statements);

        Assert.Null(await FixHost.FixAsync(project, new SendHashInBatchFix(), Assert.Single(await DiagnosticsAsync(project))));
    }

    private static async Task FlagsAsync(string marked)
    {
        var source = MarkedText.Parse(Source(marked));
        Assert.Equal(source.Spans.Select(span => source.Text[span.Start..span.End]), (await DiagnosticsAsync(FixHost.Project([source.Text], Scripts))).Select(diagnostic => source.Text[diagnostic.Location.SourceSpan.Start..diagnostic.Location.SourceSpan.End]));
        Assert.NotEmpty(source.Spans);
    }

    private static Project Project(string statements) => FixHost.Project([Source(statements)], Scripts);

    private static async Task<Diagnostic[]> DiagnosticsAsync(Project project)
    {
        var compilation = (await project.GetCompilationAsync())!;
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()));
        return await FixHost.DiagnosticsAsync(project, Rule.LargeScriptInBatch.Id);
    }

    private static string Source(string statements) => $$"""
        using StackExchange.Redis;

        namespace Shop;

        #pragma warning disable CS0219, CS8321, CS9113
        public sealed class Own { public Own(IBatch batch) { } public Own On(IBatch batch) => this; }
        public static class Substitute { public static T For<T>() => default!; }

        public sealed class Calls(IDatabase db)
        {
            public void Run(IBatch passed)
            {
                {{statements}}
            }
        }
        """;
}
