namespace Shop.Scenarios;

/// <summary>One scenario: its name on the command line, its title, the folder of its scripts, and its code.</summary>
internal sealed record Scenario(string Name, string Title, string Scripts, Func<Stage, Task> RunAsync)
{
    /// <summary>All scenarios, in the order in which they run.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("transfer", "Money transfer, three ways", "Scripts/Bank", MoneyTransfer.RunAsync),
        new("lock", "Distributed lock", "Scripts/Locks", stage => DistributedLock.RunAsync(stage.Database, stage.Report)),
        new("stock", "Stock reservation", "Scripts/Inventory", stage => StockReservation.RunAsync(stage.Database, stage.Report)),
        new("ratelimit", "Sliding-window rate limit", "Scripts/RateLimits", stage => RateLimiter.RunAsync(stage.Database, stage.Report)),
        new("leaderboard", "Leaderboard", "Scripts/Leaderboard", stage => Leaderboard.RunAsync(stage.Database, stage.Report)),
        new("batch", "Batch update", "Scripts/Catalog", stage => BatchUpdate.RunAsync(stage.Database, stage.Report)),
        new("debugging", "Debugging", "Scripts/Debugging", Debugging.RunAsync),
        new("versions", "Versions", "Scripts/Bank", stage => Versions.RunAsync(stage.Database, stage.Report)),
        new("errors", "Error handling", "Scripts/Orders", ErrorHandling.RunAsync),
        new("roundtrips", "Many round trips or one", "Scripts/Visits", RoundTrips.RunAsync),
        new("functions", "Functions", "Scripts/Giftcards", Functions.RunAsync),
    ];
}
