using StackExchange.Redis;
using static Shop.InventoryScripts;

namespace Shop.Scenarios;

/// <summary>Orders that reserve units of a product: never more than there are, and never twice for the same order.</summary>
internal static class StockReservation
{
    // One hash tag for all keys of a product keeps them on one cluster node.
    private static readonly RedisKey Stock = "stock:{p7}";
    private static readonly RedisKey Pending = "pending:{p7}";

    private static RedisKey Order(string id) => $"order:{{p7}}:{id}";

    public static async Task RunAsync(IDatabase database, Report report)
    {
        var inventory = new InventoryScripts(database);
        await database.StringSetAsync(Stock, 10);

        report.Shows(
            await inventory.ReserveStockAsync(Stock, Order("A"), Pending, "A", quantity: 4),
            new ReserveStockReply(ReserveStockCode.Reserved, "4 held", 6));

        report.Shows(
            await inventory.ReserveStockAsync(Stock, Order("B"), Pending, "B", quantity: 7),
            new ReserveStockReply(ReserveStockCode.OutOfStock, "7 wanted, 6 left", 6));

        // Order A again, as after a lost reply: nothing is reserved twice.
        report.Shows(
            await inventory.ReserveStockAsync(Stock, Order("A"), Pending, "A", quantity: 4),
            new ReserveStockReply(ReserveStockCode.Repeated, "already reserved", 6));

        report.Shows(await inventory.ReleaseStockAsync(Stock, Order("A"), Pending, "A"), 10L);
        report.Shows(await inventory.ReleaseStockAsync(Stock, Order("A"), Pending, "A"), default(long?));

        await database.StringSetAsync(Stock, 30);
        var callers = Enumerable.Range(1, 50)
            .Select(number => $"{number}")
            .Select(id => inventory.ReserveStockAsync(Stock, Order(id), Pending, id, quantity: 1).AsTask());
        var replies = await Task.WhenAll(callers);
        var codes = replies.CountBy(reply => reply.Code).OrderByDescending(code => code.Value);
        report.Shows(
            string.Join(", ", codes.Select(code => $"{code.Value} {code.Key}")) + $", {await database.StringGetAsync(Stock)} left",
            "30 Reserved, 20 OutOfStock, 0 left",
            call: "50 callers at once want 1 of 30");
    }
}
