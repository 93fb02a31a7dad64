using DotNet.Testcontainers.Configurations;
using Testcontainers.Redis;

namespace LuaGen.TestServers;

/// <summary>
/// Where tests get a server from, one for the whole test process: <c>REDIS_CONNECTION</c>, else a server program on the
/// PATH, else a container when a Docker engine answers, else none, with a reason.
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

    /// <summary>The server of this test process. Looking at it starts nothing.</summary>
    public static TestServer Instance { get; } = Find();

    /// <summary>Why no server can be had, or null when one can.</summary>
    public string? UnavailableReason { get; }

    /// <summary>Where the server answers; it is started by the first look.</summary>
    /// <exception cref="InvalidOperationException">No server can be had, or it does not start.</exception>
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

        // Null unless one of the places where Docker listens has answered a ping.
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

    // Testcontainers' own reaper removes the container when this process is gone.
    private static string StartContainer()
    {
        var container = new RedisBuilder(Image).Build();
        // xunit runs tests under a synchronization context of few threads, which this wait would hold up.
        Task.Run(() => container.StartAsync()).GetAwaiter().GetResult();
        return container.GetConnectionString();
    }
}
