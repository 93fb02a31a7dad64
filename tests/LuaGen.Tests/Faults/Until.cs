using System.Diagnostics;

namespace LuaGen.Tests.Faults;

/// <summary>Waits for conditions, never for time: a condition that does not come fails its test.</summary>
internal static class Until
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(10);

    public static Task TrueAsync(Func<bool> condition, string what) => TrueAsync(() => Task.FromResult(condition()), what);

    public static async Task TrueAsync(Func<Task<bool>> condition, string what)
    {
        for (var clock = Stopwatch.StartNew(); !await condition();)
        {
            Assert.True(clock.Elapsed < Limit, $"{Limit.TotalSeconds} s without: {what}");
            await Task.Delay(PollInterval);
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
