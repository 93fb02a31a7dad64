using LuaGen.Tests.Faults;
using LuaGen.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace LuaGen.Tests.Functions;

/// <summary>The hosted service that is generated for this project, which has scripts and libraries.</summary>
public sealed class LibraryPreloadingTests
{
    [ServerProcessFact]
    public async Task Loads_the_libraries_of_the_project()
    {
        using var server = new OwnServer();

        var log = await StartAsync(server, replace: false);

        await TestsLuaGenScripts.Libraries.VerifyAsync(server.Connection);
        Assert.Contains(log, line => line.StartsWith($"Information: Loaded {TestsLuaGenScripts.All.Count} of {TestsLuaGenScripts.All.Count} scripts", StringComparison.Ordinal));
        Assert.Contains($"Information: Loaded {TestsLuaGenScripts.Libraries.Count} of {TestsLuaGenScripts.Libraries.Count} function libraries, counted on each primary.", log);
    }

    [ServerProcessFact]
    public async Task Other_code_is_kept_and_logged_or_replaced()
    {
        using var server = new OwnServer();
        var other = Libraries.Define("redis.register_function('restock', function() return 1 end)", "depot");
        await other.LoadAsync(server.Connection);

        var kept = await StartAsync(server, replace: false);

        await other.VerifyAsync(server.Connection);
        Assert.Contains(kept, line => line.StartsWith("Error: depot (Functions/Scripts/Depot.lua) was not loaded on ", StringComparison.Ordinal));

        await StartAsync(server, replace: true);

        await DepotFunctions.Definitions.Library.VerifyAsync(server.Connection);
    }

    [Fact]
    public async Task A_server_that_is_down_is_logged_and_does_not_stop_the_application()
    {
        var services = Services("127.0.0.1:1,connectTimeout=100,connectRetry=0", out var log);
        services.PreloadTestsLuaGenScripts();

        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IHostedService>().StartAsync(CancellationToken.None);

        Assert.Equal(["Error: The scripts were not loaded.", "Error: The function libraries were not loaded."], log.Lines);
    }

    /// <summary>A connection that is created with a time limit of its own ends in a cancellation that the host did not ask for.</summary>
    [Fact]
    public async Task A_cancellation_that_is_not_the_hosts_is_logged_and_one_of_the_host_is_not()
    {
        var services = Services("", out var log);
        services.AddSingleton<IConnectionMultiplexer>(_ => throw new TaskCanceledException("no connection in time"));
        services.PreloadTestsLuaGenScripts();
        await using var provider = services.BuildServiceProvider();
        var service = provider.GetRequiredService<IHostedService>();

        await service.StartAsync(CancellationToken.None);

        Assert.Equal(["Error: The scripts were not loaded.", "Error: The function libraries were not loaded."], log.Lines);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => service.StartAsync(new CancellationToken(canceled: true)));
        Assert.Equal(2, log.Lines.Count);
    }

    private static async Task<IReadOnlyList<string>> StartAsync(OwnServer server, bool replace)
    {
        var services = Services(server.Process.ConnectionString, out var log);
        services.PreloadTestsLuaGenScripts(replaceLibraries: replace);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IHostedService>().StartAsync(CancellationToken.None);
        return log.Lines;
    }

    private static ServiceCollection Services(string connectionString, out LineLog log)
    {
        var lines = log = new LineLog();
        var services = new ServiceCollection();
        services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(connectionString));
        services.AddLogging(logging => logging.AddProvider(lines));
        return services;
    }

    private sealed class LineLog : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{logLevel}: {formatter(state, exception)}");

        public void Dispose()
        {
        }
    }
}
