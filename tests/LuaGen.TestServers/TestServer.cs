using DotNet.Testcontainers.Configurations;
using Testcontainers.Redis;

namespace LuaGen.TestServers;

/// <summary>
/// Provides one server for the whole test process: the one that <c>REDIS_CONNECTION</c> names; otherwise a server program on
/// the PATH; otherwise a container, if a Docker engine is available; otherwise none, with a reason.
/// </summary>
public sealed class TestServer
{
    private const string ConnectionVariable = "REDIS_CONNECTION";
    private const string Image = "redis:7.4-alpine";

    private readonly Lazy<string> _connectionString;

    private TestServer(string? unavailableReason, Func<string> start)
    {
        UnavailableReason = unavailableReason;
        _connectionString = new Lazy<string>(start);
    }

    /// <summary>The server of this test process. Reading the property starts nothing.</summary>
    public static TestServer Instance { get; } = Find();

    /// <summary>Why no server is available, or null if one is.</summary>
    public string? UnavailableReason { get; }

    /// <summary>The server's address; the first read starts the server.</summary>
    /// <exception cref="InvalidOperationException">No server is available, or it does not start.</exception>
    public string ConnectionString => _connectionString.Value;

    private static TestServer Find()
    {
        if (Environment.GetEnvironmentVariable(ConnectionVariable) is { Length: > 0 } connection)
        {
            return new TestServer(null, () => connection);
        }

        if (RedisServerProcess.Program is not null)
        {
            return new TestServer(null, StartProcess);
        }

        // Null unless one of Docker's usual endpoints has responded to a ping.
        if (TestcontainersSettings.OS.DockerEndpointAuthConfig is not null)
        {
            return new TestServer(null, StartContainer);
        }

        const string Reason = $"No Redis server: {ConnectionVariable} is not set, neither redis-server nor valkey-server is on the PATH, and no Docker engine answers.";
        return new TestServer(Reason, static () => throw new InvalidOperationException(Reason));
    }

    private static string StartProcess()
    {
        var server = RedisServerProcess.Start();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
        return server.ConnectionString;
    }

    // Testcontainers' own resource reaper removes the container after this process has ended.
    private static string StartContainer()
    {
        var container = new RedisBuilder(Image).Build();
        // xunit runs tests under a synchronization context with few threads, which this wait would block.
        Task.Run(() => container.StartAsync()).GetAwaiter().GetResult();
        return container.GetConnectionString();
    }
}
