extern alias shop;

using System.Diagnostics;
using LuaGen.Tests.Support;
using shop::Shop;
using shop::Shop.Scenarios;
using StackExchange.Redis;

namespace LuaGen.Tests.Shop;

/// <summary>The tests write requests into the past to examine the window, so that no result depends on the speed of the test.</summary>
public sealed class RateLimiterTests
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly IDatabase _database = Connections.Database();
    private readonly RateLimitsScripts _limits = new(Connections.Database());

    [ServerFact]
    public async Task As_many_as_the_limit_pass_of_50_concurrent_requests()
    {
        await using var keys = new TestKeys();
        var key = keys["passed"];

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _limits.TryAcquireAsync(key, limit: 20, Window).AsTask()));

        var allowed = replies.Where(reply => reply.Allowed).ToList();
        Assert.Equal(Enumerable.Range(0, 20).Select(left => (long)left), allowed.Select(reply => reply.Remaining).Order());
        Assert.All(allowed, reply => Assert.Equal(0, reply.RetryAfter));
        Assert.All(replies.Except(allowed), reply => Assert.InRange(reply.RetryAfter, 1, Window.TotalMilliseconds));
        Assert.Equal(20, await _database.SortedSetLengthAsync(key));
        Assert.InRange((await _database.KeyTimeToLiveAsync(key))!.Value, TimeSpan.FromSeconds(1), Window);
    }

    [ServerFact]
    public async Task A_request_counts_until_it_has_left_the_window()
    {
        await using var keys = new TestKeys();
        var key = keys["passed"];
        await PassedAsync(key, secondsAgo: 61);
        await PassedAsync(key, secondsAgo: 20);

        Assert.Equal(new(Allowed: true, Remaining: 0, RetryAfter: 0), await _limits.TryAcquireAsync(key, limit: 2, Window));

        var refused = await _limits.TryAcquireAsync(key, limit: 2, Window);
        Assert.False(refused.Allowed);
        // The request made 20 seconds ago leaves the window in 40; the margin of ten is for slow machines.
        Assert.InRange(refused.RetryAfter, 30_000, 40_000);
    }

    [ServerFact]
    public async Task A_lowered_limit_waits_for_the_request_that_is_in_the_way()
    {
        await using var keys = new TestKeys();
        var key = keys["passed"];
        foreach (var secondsAgo in new[] { 50, 40, 30 })
        {
            await PassedAsync(key, secondsAgo);
        }

        Assert.InRange((await _limits.TryAcquireAsync(key, limit: 3, Window)).RetryAfter, 1, 10_000);
        Assert.InRange((await _limits.TryAcquireAsync(key, limit: 2, Window)).RetryAfter, 10_001, 20_000);
        Assert.InRange((await _limits.TryAcquireAsync(key, limit: 1, Window)).RetryAfter, 20_001, 30_000);
        Assert.Equal(new(Allowed: false, Remaining: 0, RetryAfter: 60_000), await _limits.TryAcquireAsync(key, limit: 0, Window));
    }

    [ServerFact]
    public async Task The_limiter_waits_for_the_window_to_slide()
    {
        var window = TimeSpan.FromMilliseconds(200);
        var client = NewClient();
        var limiter = new SlidingWindowLimiter(_database, limit: 1, window);

        var clock = Stopwatch.StartNew();
        var first = await limiter.AcquireAsync(client).WaitAsync(Window);
        var second = await limiter.AcquireAsync(client).WaitAsync(Window);

        Assert.Equal(new RateLimitDecision(IsAllowed: true, Remaining: 0, TimeSpan.Zero), first);
        Assert.Equal(first, second);
        // The server counts whole milliseconds, so the two times may differ by almost one more.
        Assert.True(clock.Elapsed >= window - TimeSpan.FromMilliseconds(2), $"{clock.Elapsed}");
    }

    [ServerFact]
    public async Task Clients_have_windows_of_their_own()
    {
        var limiter = new SlidingWindowLimiter(_database, limit: 1, window: TimeSpan.FromSeconds(5));
        var (ann, bob) = (NewClient(), NewClient());

        Assert.True((await limiter.TryAcquireAsync(ann)).IsAllowed);
        Assert.True((await limiter.TryAcquireAsync(bob)).IsAllowed);
        Assert.InRange((await limiter.TryAcquireAsync(ann)).RetryAfter, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(5));
    }

    // The limiter derives the key from the name, and the key expires with the window.
    private static string NewClient() => $"luagen:test:{Guid.NewGuid():N}";

    private async Task PassedAsync(RedisKey key, int secondsAgo)
    {
        var now = await Connections.Shared.GetServers().Single().TimeAsync();
        var at = new DateTimeOffset(now, TimeSpan.Zero).ToUnixTimeMilliseconds() - (1000 * secondsAgo);
        await _database.SortedSetAddAsync(key, $"{at}:test", at);
    }
}
