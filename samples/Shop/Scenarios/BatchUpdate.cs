using StackExchange.Redis;
using static Shop.CatalogScripts;

namespace Shop.Scenarios;

/// <summary>Any number of pairs of a key and a value in one call, all or none of them visible to others.</summary>
internal static class BatchUpdate
{
    // One hash tag: a script's keys must be in one slot of a cluster.
    private static RedisKey Product(int number) => $"product:{{catalog}}:{number}";

    public static async Task RunAsync(IDatabase database, Report report)
    {
        var catalog = new CatalogScripts(database);

        report.Shows(await catalog.SetPricesAsync([new(Product(1), 9.50m), new(Product(2), 12m), new(Product(3), 0.99m)]), 3L);
        report.Shows(await catalog.SetPricesAsync([new(Product(1), 9.50m), new(Product(2), 11m)]), 1L, "the first is what it was");
        report.Shows(await catalog.SetPricesAsync([]), 0L, "no pair is fine too");

        var changes = Enumerable.Range(1, 1_000).Select(number => new SetPricesChange(Product(number), 5m + number)).ToArray();
        report.Shows(await catalog.SetPricesAsync(changes), 1_000L, "in one round trip");
        report.Shows((string?)await database.HashGetAsync(Product(1_000), "price"), "1005", "a decimal keeps its digits", "price of the last");
    }
}
