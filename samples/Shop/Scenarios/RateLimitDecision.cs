namespace Shop.Scenarios;

/// <summary>The limiter's decision for a request.</summary>
/// <param name="IsAllowed">Whether the request may pass.</param>
/// <param name="Remaining">The number of further requests that may pass now.</param>
/// <param name="RetryAfter">When to retry; zero if the request may pass.</param>
public readonly record struct RateLimitDecision(bool IsAllowed, long Remaining, TimeSpan RetryAfter);
