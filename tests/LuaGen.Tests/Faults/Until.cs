using System.Diagnostics;
using StackExchange.Redis;

namespace LuaGen.Tests.Faults;

/// <summary>Waits for conditions, never for time: a condition that does not come fails its test.</summary>
internal static class Until
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(10);

    public static Task TrueAsync(Func<bool> condition, string what) => TrueAsync(() => Task.FromResult(condition()), what);

    public static async Task TrueAsync(Func<Task<bool>> condition, string what)
    {
        Exception? last = null;
        for (var clock = Stopwatch.StartNew(); !await HoldsAsync();)
        {
            Assert.True(clock.Elapsed < Limit, $"{Limit.TotalSeconds} s without: {what} {last?.Message}");
            await Task.Delay(PollInterval);
        }

        async Task<bool> HoldsAsync()
        {
            try
            {
                return await condition();
            }
            catch (RedisConnectionException lost)
            {
                // A server that changes its role cuts its connections; what cannot be asked does not hold yet.
                last = lost;
                return false;
            }
        }
    }

    /// <summary>Calls in a loop from several callers at once, until the work beside them is done.</summary>
    public static async Task DoneAsync(int callers, Func<Task> call, Func<Task> work)
    {
        using var done = new CancellationTokenSource();
        var loops = Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                await call();
            }
        })).ToArray();
        try
        {
            await work();
        }
        finally
        {
            await done.CancelAsync();
            await Task.WhenAll(loops).WaitAsync(Limit);
        }
    }
}
