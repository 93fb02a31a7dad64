using System.ComponentModel;
#if !NATIVE
using EmbeddedServer;
#endif
using LuaGen.TestServers;
using StackExchange.Redis;

namespace Shop.Servers;

/// <summary>The connection to the server of this run, and the server itself if this run started it.</summary>
internal sealed class SampleServer : IAsyncDisposable
{
    private const string LocalEndPoint = "localhost:6379";

    private readonly IDisposable? _started;

    private SampleServer(ConnectionMultiplexer connection, string description, IDisposable? started = null)
    {
        Connection = connection;
        Description = description;
        _started = started;
    }

    public ConnectionMultiplexer Connection { get; }

    /// <summary>The description of the server for the user.</summary>
    public string Description { get; }

    /// <summary>Whether the server is Garnet, inside this process or elsewhere.</summary>
    public bool IsGarnet { get; private set; }

    /// <exception cref="ServerUnavailableException">The requested server is not available.</exception>
    public static async Task<SampleServer> ConnectAsync(ServerRequest request)
    {
        var server = await OfKindAsync(request);
        // INFO would tell it too, but only to an administrator.
        server.IsGarnet = await new ServerScripts(server.Connection.GetDatabase()).LuaVersionAsync() == "Lua 5.4";
        return server;
    }

    private static async Task<SampleServer> OfKindAsync(ServerRequest request) => request.Kind switch
    {
        ServerKind.Named => await NamedAsync(request.Connection!, request.Source!),
        ServerKind.Local => await LocalAsync() ?? throw new ServerUnavailableException($"No Redis server answers on {LocalEndPoint}. {ServerRequest.Usage}"),
        ServerKind.Process => await ProcessAsync(),
        ServerKind.Embedded => await EmbeddedAsync(),
        _ => await LocalAsync() ?? (RedisServerProcess.Program is null ? await EmbeddedAsync() : await ProcessAsync()),
    };

    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        _started?.Dispose();
    }

    private static async Task<SampleServer> NamedAsync(string connection, string source)
    {
        // Messages name the endpoints instead of the connection string, which may contain a password.
        var endPoints = "";
        try
        {
            var options = ConfigurationOptions.Parse(connection);
            options.AbortOnConnectFail = true;
            endPoints = string.Join(", ", options.EndPoints.Select(EndPointCollection.ToString));
            return new SampleServer(await ConnectionMultiplexer.ConnectAsync(options), $"{endPoints}, from {source}");
        }
        catch (ArgumentException exception)
        {
            throw new ServerUnavailableException($"{source} is not a connection string such as localhost:6379,password=secret: {exception.Message}", exception);
        }
        catch (RedisConnectionException exception)
        {
            throw new ServerUnavailableException($"No Redis server answers at {endPoints} ({exception.FailureType}), specified by {source}.", exception);
        }
    }

    private static async Task<SampleServer?> LocalAsync()
    {
        var options = ConfigurationOptions.Parse(LocalEndPoint);
        options.ConnectTimeout = 500;
        options.ConnectRetry = 1;
        try
        {
            return new SampleServer(await ConnectionMultiplexer.ConnectAsync(options), $"the one on {LocalEndPoint}");
        }
        catch (RedisConnectionException)
        {
            return null;
        }
    }

    private static async Task<SampleServer> ProcessAsync()
    {
        try
        {
            var server = RedisServerProcess.Start();
            return await StartedAsync(server, server.ConnectionString, $"{RedisServerProcess.Program}, started for this run");
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
        {
            throw new ServerUnavailableException($"{exception.Message} {ServerRequest.Usage}", exception);
        }
    }

#if NATIVE
    private static Task<SampleServer> EmbeddedAsync() =>
        throw new ServerUnavailableException($"The native program has no embedded server. {ServerRequest.Usage}");
#else
    private static Task<SampleServer> EmbeddedAsync()
    {
        var server = GarnetInstance.Start();
        return StartedAsync(server, $"127.0.0.1:{server.Port}", "Microsoft.Garnet, inside this process");
    }
#endif

    private static async Task<SampleServer> StartedAsync(IDisposable server, string endPoint, string description)
    {
        try
        {
            return new SampleServer(await ConnectionMultiplexer.ConnectAsync(endPoint), description, server);
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }
}
