using System.Diagnostics;
using StackExchange.Redis;

namespace Shop.Scenarios;

/// <summary>The same load for each way of paying: cashiers, each with a connection and an account of its own, and one till.</summary>
internal sealed class CashierLoad(Stage stage, RedisKey till)
{
    private const int Cashiers = 8;
    private const int PaymentsEach = 15;
    private const long OpeningBalance = 1_000;

    public static IReadOnlyList<string> Columns { get; } = ["way", "payments", "in the till", "lost", "retries", "round trips", "ms"];

    /// <summary>Lets every cashier pay, one payment after the other, and counts what has arrived.</summary>
    /// <param name="way">The name of the way.</param>
    /// <param name="tripsPerAttempt">The round trips of one attempt.</param>
    /// <param name="pay">Pays 1 from an account into the till, and returns the number of attempts.</param>
    public async Task<CashierResult> RunAsync(string way, int tripsPerAttempt, Func<IDatabase, RedisKey, Task<int>> pay)
    {
        // While the server answers the conditions of a transaction, the client blocks a thread of the pool. With fewer threads
        // than cashiers, none would be left that reads the answers.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, 2 * Cashiers), ports);

        var cashiers = await Task.WhenAll(Enumerable.Range(1, Cashiers).Select(OpenAsync));
        await stage.Database.StringSetAsync(till, 0);

        var clock = Stopwatch.StartNew();
        var attempts = await stage.Report.ProgressAsync(way, Cashiers * PaymentsEach, paid =>
            Task.WhenAll(cashiers.Select(cashier => Task.Run(() => PayAllAsync(cashier.Database, cashier.Account, paid)))));
        var total = (long)await stage.Database.StringGetAsync(till);
        return new CashierResult(way, Cashiers * PaymentsEach, total, attempts.Sum(), tripsPerAttempt, clock.Elapsed);

        async Task<int> PayAllAsync(IDatabase database, RedisKey account, Action paid)
        {
            var sum = 0;
            for (var payment = 0; payment < PaymentsEach; payment++)
            {
                sum += await pay(database, account);
                paid();
            }

            return sum;
        }
    }

    private async Task<(IDatabase Database, RedisKey Account)> OpenAsync(int number)
    {
        RedisKey account = $"account:{{bank}}:{number}";
        await stage.Database.StringSetAsync(account, OpeningBalance);
        return (await stage.ConnectAsync(), account);
    }
}
