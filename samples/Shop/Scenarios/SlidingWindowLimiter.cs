using StackExchange.Redis;

namespace Shop.Scenarios;

/// <summary>
/// Lets at most <paramref name="limit"/> requests of a client pass within any <paramref name="window"/>, across all
/// processes: an ordinary class on top of one generated call.
/// </summary>
public sealed class SlidingWindowLimiter(IDatabaseAsync database, int limit, TimeSpan window)
{
    private readonly RateLimitsScripts _scripts = new(database);

    /// <summary>Decides whether a request may pass now, and counts it if so.</summary>
    public async Task<RateLimitDecision> TryAcquireAsync(string client)
    {
        var reply = await _scripts.TryAcquireAsync($"requests:{{{client}}}", limit, window);
        return new RateLimitDecision(reply.Allowed, reply.Remaining, TimeSpan.FromMilliseconds(reply.RetryAfter));
    }

    /// <summary>Waits until a request may pass.</summary>
    public async Task<RateLimitDecision> AcquireAsync(string client)
    {
        while (true)
        {
            var decision = await TryAcquireAsync(client);
            if (decision.IsAllowed)
            {
                return decision;
            }

            await Task.Delay(decision.RetryAfter);
        }
    }
}
