using System.Diagnostics;
using StackExchange.Redis;

namespace Shop.Scenarios;

/// <summary>A limit on the requests within any window of time, across all processes.</summary>
internal static class RateLimiter
{
    public static async Task RunAsync(IDatabase database, Report report)
    {
        var limiter = new SlidingWindowLimiter(database, limit: 2, window: TimeSpan.FromMinutes(1));

        report.Shows(await limiter.TryAcquireAsync("ann"), new RateLimitDecision(true, Remaining: 1, TimeSpan.Zero));
        report.Shows(await limiter.TryAcquireAsync("ann"), new RateLimitDecision(true, Remaining: 0, TimeSpan.Zero));
        report.Shows(await limiter.TryAcquireAsync("ann"), decision => !decision.IsAllowed && decision.RetryAfter > TimeSpan.Zero);
        report.Shows(await limiter.TryAcquireAsync("bob"), new RateLimitDecision(true, Remaining: 1, TimeSpan.Zero));

        var busy = new SlidingWindowLimiter(database, limit: 20, window: TimeSpan.FromMinutes(1));
        var decisions = await Task.WhenAll(Enumerable.Range(1, 50).Select(_ => busy.TryAcquireAsync("eve")));
        report.Shows(decisions.Count(decision => decision.IsAllowed), 20, call: "50 requests at once, limit 20: passed");

        // The window slides: capacity is free again as soon as an earlier request leaves the window.
        var window = TimeSpan.FromMilliseconds(500);
        var single = new SlidingWindowLimiter(database, limit: 1, window);
        var clock = Stopwatch.StartNew();
        await single.AcquireAsync("dan");
        await single.AcquireAsync("dan");
        report.Shows(clock.Elapsed, elapsed => elapsed > 0.98 * window, call: "2 requests, limit 1 in 0.5 s: waited");
    }
}
