using System.Diagnostics;
using StackExchange.Redis;

namespace LuaGen.Tests.Faults;

/// <summary>Waits for conditions, never for a fixed time; a condition that is not met in time fails the test.</summary>
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
                // A server that changes its role closes its connections; a condition that cannot be checked is not met yet.
                last = lost;
                return false;
            }
        }
    }

    /// <summary>Runs a call in a loop from several callers until the concurrent work is done.</summary>
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
