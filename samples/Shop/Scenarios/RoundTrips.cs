using System.Diagnostics;
using System.Globalization;
using StackExchange.Redis;

namespace Shop.Scenarios;

/// <summary>The same work as separate commands, as MULTI and as a script: round trips and time, measured in this run.</summary>
internal static class RoundTrips
{
    private const int Visits = 200;

    private static readonly RedisKey Total = "visits:{shop}", Pages = "visits:{shop}:pages", Latest = "visits:{shop}:latest";

    public static async Task RunAsync(Stage stage)
    {
        string[][] rows =
        [
            await MeasureAsync(stage, "separate commands", tripsEach: 4, RecordAsync),
            await MeasureAsync(stage, "MULTI, EXEC", tripsEach: 1, RecordInTransactionAsync),
            await MeasureAsync(stage, "script", tripsEach: 1, db => new VisitsScripts(db).RecordAsync(Total, Pages, Latest, "/tea").AsTask()),
        ];
        stage.Report.Table(["way", "visits", "round trips", "ms", "ms per visit"], rows);
        stage.Report.Note("MULTI sends its commands before it has a reply, so only a script can decide between them.");
    }

    private static async Task<long> RecordAsync(IDatabase database)
    {
        await database.StringIncrementAsync(Total);
        await database.ListLeftPushAsync(Latest, "/tea");
        await database.ListTrimAsync(Latest, 0, 9);
        return await database.HashIncrementAsync(Pages, "/tea");
    }

    private static async Task<long> RecordInTransactionAsync(IDatabase database)
    {
        var transaction = database.CreateTransaction();
        _ = transaction.StringIncrementAsync(Total);
        _ = transaction.ListLeftPushAsync(Latest, "/tea");
        _ = transaction.ListTrimAsync(Latest, 0, 9);
        var visits = transaction.HashIncrementAsync(Pages, "/tea");
        await transaction.ExecuteAsync();
        return await visits;
    }

    private static async Task<string[]> MeasureAsync(Stage stage, string way, int tripsEach, Func<IDatabase, Task<long>> record)
    {
        await record(stage.Database); // Not measured: the first call compiles its code.
        await stage.Database.KeyDeleteAsync([Total, Pages, Latest]);
        var clock = Stopwatch.StartNew();
        for (var visit = 1; visit <= Visits; visit++)
        {
            await record(stage.Database);
        }

        var time = clock.Elapsed.TotalMilliseconds;
        stage.Report.Shows((long)await stage.Database.StringGetAsync(Total), Visits, call: $"visits by {way}");
        return [way, $"{Visits}", $"{Visits * tripsEach}", .. new[] { time, time / Visits }.Select(ms => ms.ToString("0.00", CultureInfo.InvariantCulture))];
    }
}
