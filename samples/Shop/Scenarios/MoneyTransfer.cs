using StackExchange.Redis;

namespace Shop.Scenarios;

/// <summary>Eight cashiers pay into one till at once, in three ways: only the first one loses money.</summary>
internal static class MoneyTransfer
{
    private static readonly RedisKey Till = "account:{bank}:till";

    public static async Task RunAsync(Stage stage)
    {
        var load = new CashierLoad(stage, Till);
        var plain = await load.RunAsync("GET, SET", tripsPerAttempt: 4, PayPlainlyAsync);
        // The client watches the keys and reads them, then it sends MULTI, the commands and EXEC: two round trips more.
        var watched = await load.RunAsync("WATCH, MULTI, EXEC", tripsPerAttempt: 4, PayWatchedAsync);
        var scripted = await load.RunAsync("script", tripsPerAttempt: 1, PayByScriptAsync);

        stage.Report.Table(CashierLoad.Columns, [plain.Cells, watched.Cells, scripted.Cells]);
        stage.Report.Shows(plain.Lost, lost => lost > 0, "a payment overwrites those made since its GET", "lost by GET, SET");
        stage.Report.Shows(watched.Lost, 0L, $"a payment that meets another is tried again: {watched.Retries} times", "lost by WATCH, MULTI, EXEC");
        stage.Report.Shows(scripted.Lost, 0L, "nothing runs in between", "lost by the script");
        stage.Report.Shows(scripted.RoundTrips, scripted.Payments, "one for each payment", "round trips of the script");
    }

    /// <summary>Pays 1; returns the number of attempts, as the others do.</summary>
    private static async Task<int> PayPlainlyAsync(IDatabase database, RedisKey from)
    {
        var balance = (long)await database.StringGetAsync(from);
        var total = (long)await database.StringGetAsync(Till);
        await database.StringSetAsync(from, balance - 1);
        await database.StringSetAsync(Till, total + 1);
        return 1;
    }

    private static async Task<int> PayWatchedAsync(IDatabase database, RedisKey from)
    {
        for (var attempt = 1; ; attempt++)
        {
            var balance = await database.StringGetAsync(from);
            var total = await database.StringGetAsync(Till);
            var transaction = database.CreateTransaction();
            transaction.AddCondition(Condition.StringEqual(from, balance));
            transaction.AddCondition(Condition.StringEqual(Till, total));
            _ = transaction.StringSetAsync(from, (long)balance - 1);
            _ = transaction.StringSetAsync(Till, (long)total + 1);
            if (await transaction.ExecuteAsync())
            {
                return attempt;
            }
        }
    }

    private static async Task<int> PayByScriptAsync(IDatabase database, RedisKey from)
    {
        await new BankScripts(database).TransferAsync(from, Till, cents: 1);
        return 1;
    }
}
