using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using NSubstitute;
using ShopApi;
using static ShopApi.RateLimitsScripts;

namespace Shop.Tests;

/// <summary>Code that calls a script, without a server: the generated interface is faked.</summary>
public sealed class RateLimitTests
{
    private readonly IRateLimitsScripts _limits = Substitute.For<IRateLimitsScripts>();
    private readonly DefaultHttpContext _context = new();
    private bool _hasPassed;

    [Theory]
    [InlineData(true, 200)]
    [InlineData(false, 429)]
    public async Task A_request_passes_if_the_script_allows_it(bool isAllowed, int status)
    {
        _limits.TryAcquireAsync(default, default, default).ReturnsForAnyArgs(new TryAcquireReply(isAllowed, Remaining: 0, RetryAfter: 1_500));

        await new RateLimitMiddleware(NextAsync, _limits, new ConfigurationBuilder().Build()).InvokeAsync(_context);

        Assert.Equal(isAllowed, _hasPassed);
        Assert.Equal(status, _context.Response.StatusCode);
        Assert.Equal(isAllowed ? null : "2", _context.Response.Headers.RetryAfter.FirstOrDefault());
    }

    [Fact]
    public async Task The_limit_is_the_client_s_own()
    {
        _context.Request.Headers["X-Api-Key"] = "ann";

        await new RateLimitMiddleware(NextAsync, _limits, new ConfigurationBuilder().Build()).InvokeAsync(_context);

        await _limits.Received().TryAcquireAsync("requests:{ann}", 20, TimeSpan.FromSeconds(10), cancellationToken: Arg.Any<CancellationToken>());
    }

    private Task NextAsync(HttpContext context)
    {
        _hasPassed = true;
        return Task.CompletedTask;
    }
}
