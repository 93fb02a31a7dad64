using System.Globalization;

namespace ShopApi;

/// <summary>
/// Refuses a client's requests beyond a limit in any window of time, across all processes of the application. A client is
/// its <c>X-Api-Key</c>, or its address.
/// </summary>
public sealed class RateLimitMiddleware(RequestDelegate next, IRateLimitsScripts limits, IConfiguration configuration)
{
    private readonly int _limit = configuration.GetValue("RateLimit:Requests", 20);
    private readonly TimeSpan _window = TimeSpan.FromSeconds(configuration.GetValue("RateLimit:Seconds", 10));

    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var client = context.Request.Headers["X-Api-Key"].FirstOrDefault() ?? $"{context.Connection.RemoteIpAddress}";
        var reply = await limits.TryAcquireAsync($"requests:{{{client}}}", _limit, _window, cancellationToken: context.RequestAborted);

        context.Response.Headers["RateLimit-Remaining"] = reply.Remaining.ToString(CultureInfo.InvariantCulture);
        if (reply.Allowed)
        {
            await next(context);
            return;
        }

        // Whole seconds, rounded up: a client that waits that long finds a free place.
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = ((reply.RetryAfter + 999) / 1000).ToString(CultureInfo.InvariantCulture);
    }
}
