using LuaGen.Tests.Faults;
using StackExchange.Redis;

namespace LuaGen.Tests.Functions;

/// <summary>The class that is generated for <c>Scripts/Depot.lua</c>, on servers of its own.</summary>
public sealed class DepotFunctionsTests
{
    private const string FilePath = "Functions/Scripts/Depot.lua";

    [ServerProcessTheory]
    [InlineData("resp2")]
    [InlineData("resp3")]
    public async Task Typed_calls_run_the_functions(string protocol)
    {
        using var server = new OwnServer();
        using var connection = server.Connect($"protocol={protocol}");
        Assert.All(await TestsLuaGenScripts.Libraries.LoadAsync(connection), result => Assert.Null(result.Error));
        await TestsLuaGenScripts.Libraries.VerifyAsync(connection);
        var depot = new DepotFunctions(connection.GetDatabase());

        Assert.Equal(5, await depot.RestockAsync("stock", 5));
        Assert.Equal(new DepotFunctions.ReserveStockReply(3, "p:1"), await depot.ReserveStockAsync("stock", "pending", 2, DepotFunctions.ReserveStockKind.Paid));
        Assert.Equal(new DepotFunctions.ReserveStockReply(3, null), depot.ReserveStock("stock", "pending", 9));
        var counts = await depot.CountAsync(["stock", "other"]);
        Assert.Equal([3, 0], counts);

        Assert.Equal((0, 0), ((await server.CountAsync("eval")).Calls, (await server.CountAsync("evalsha")).Calls));
        Assert.Equal((3, 1), ((await server.CountAsync("fcall")).Calls, (await server.CountAsync("fcall_ro")).Calls));
    }

    [ServerProcessFact]
    public async Task Batches_and_transactions_call_the_functions()
    {
        using var server = new OwnServer();
        await DepotFunctions.Definitions.Library.LoadAsync(server.Connection);
        var depot = new DepotFunctions(server.Database);

        var batch = server.Database.CreateBatch();
        var restocked = depot.On(batch).RestockAsync("stock", 4);
        var reserved = new DepotFunctions(batch).ReserveStockAsync("stock", "pending", 1);
        batch.Execute();
        Assert.Equal((4, 3), (await restocked, (await reserved).Left));

        var transaction = server.Database.CreateTransaction();
        var counted = new DepotFunctions(transaction).CountAsync(["stock"]);
        var set = transaction.StringSetAsync("other", "1");
        Assert.True(await transaction.ExecuteAsync());
        var counts = await counted;
        Assert.Equal([3], counts);
        Assert.True(await set);
    }

    [ServerProcessFact]
    public async Task An_error_names_the_function_the_file_and_the_line()
    {
        using var server = new OwnServer();
        await DepotFunctions.Definitions.Library.LoadAsync(server.Connection);
        var depot = new DepotFunctions(server.Database);

        var raised = await Assert.ThrowsAsync<ScriptException>(async () => await depot.RestockAsync("stock", 0));
        Assert.Equal((DepotFunctions.ReserveStockErrors.BadQuantity, "restock", FilePath), (raised.Code, raised.ScriptName, raised.FilePath));

        await server.Database.ListRightPushAsync("list", "x");
        var failed = await Assert.ThrowsAsync<ScriptException>(async () => await depot.CountAsync(["list"]));
        Assert.Equal(("WRONGTYPE", "count", FilePath, LineOf("redis.call('GET', stock)")), (failed.Code, failed.ScriptName, failed.FilePath, failed.Line));
        Assert.Equal(ScriptOutcome.Failed, ScriptException.OutcomeOf(failed));
    }

    [ServerProcessFact]
    public async Task A_call_before_the_library_is_loaded_is_not_executed()
    {
        using var server = new OwnServer();

        var missing = await Assert.ThrowsAsync<ScriptException>(async () => await new DepotFunctions(server.Database).RestockAsync("stock", 1));

        Assert.Equal(ScriptOutcome.NotExecuted, ScriptException.OutcomeOf(missing));
        Assert.Contains("depot", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_definitions_are_created_once()
    {
        Assert.Same(DepotFunctions.Definitions.Library, DepotFunctions.Definitions.Count.Library);
        Assert.Same(DepotFunctions.Definitions.Count, DepotFunctions.Definitions.Count);
        Assert.Equal(["count", "reserve_stock", "restock"], DepotFunctions.Definitions.All.Select(function => function.Name));
        Assert.Equal([-1, 2, 1], DepotFunctions.Definitions.All.Select(function => function.KeyCount));
        Assert.Equal([true, false, false], DepotFunctions.Definitions.All.Select(function => function.IsReadOnly));
        Assert.Equal("Depot.ReserveStock", DepotFunctions.Definitions.ReserveStock.QualifiedName);
        Assert.Contains(DepotFunctions.Definitions.Library, TestsLuaGenScripts.Libraries);
    }

    private static int LineOf(string code) =>
        Array.FindIndex(DepotFunctions.Definitions.Library.Text.Split('\n'), line => line.Contains(code, StringComparison.Ordinal)) + 1;
}
