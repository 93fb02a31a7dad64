using LuaGen;
using StackExchange.Redis;

namespace ShopApi.Hosting;

/// <summary>
/// Loads all scripts on all servers at start, and logs what a server refuses. The application starts all the same: a call
/// sends the text of a script that its server does not have.
/// </summary>
internal sealed partial class ScriptLoading(IConnectionMultiplexer redis, ILogger<ScriptLoading> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var result in await LuaGenScripts.All.LoadAsync(redis, cancellationToken: cancellationToken))
        {
            if (result.Error is { } error)
            {
                LogRefused(error, result.Script.FilePath, $"{result.Node}");
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Error, "{Script} was not loaded on {Server}.")]
    private partial void LogRefused(Exception error, string script, string server);
}
