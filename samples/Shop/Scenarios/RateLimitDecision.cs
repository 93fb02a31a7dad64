namespace Shop.Scenarios;

/// <summary>A limiter's answer to a request.</summary>
/// <param name="IsAllowed">Whether the request may pass.</param>
/// <param name="Remaining">How many more may pass right now.</param>
/// <param name="RetryAfter">When to ask again; zero for a request that may pass.</param>
public readonly record struct RateLimitDecision(bool IsAllowed, long Remaining, TimeSpan RetryAfter);
