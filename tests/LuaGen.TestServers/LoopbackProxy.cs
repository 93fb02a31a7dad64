using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace LuaGen.TestServers;

/// <summary>
/// A proxy between a client and a server on loopback. Requests always pass; replies pass, or are discarded, held back, or
/// lost when the connection is cut.
/// </summary>
public sealed class LoopbackProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> _connections = new();
    private readonly int _serverPort;
    private volatile TaskCompletionSource _open = Completed();
    private volatile bool _swallows;

    private LoopbackProxy(int serverPort)
    {
        _serverPort = serverPort;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    /// <summary>The loopback port that the proxy listens on.</summary>
    public int Port { get; }

    /// <summary><c>127.0.0.1:port</c>, as a StackExchange.Redis connection string.</summary>
    public string ConnectionString => $"127.0.0.1:{Port}";

    /// <summary>Starts a proxy.</summary>
    /// <param name="server">The server to forward to.</param>
    public static LoopbackProxy Start(RedisServerProcess server)
    {
        ArgumentNullException.ThrowIfNull(server);
        return new LoopbackProxy(server.Port);
    }

    /// <summary>Discards all replies until <see cref="Pass"/>; discarded replies never arrive.</summary>
    public void Swallow() => _swallows = true;

    /// <summary>Holds replies back until <see cref="Pass"/>; then they arrive.</summary>
    public void Hold() => _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Closes the current connections; replies that were held back never arrive.</summary>
    public void Cut()
    {
        foreach (var connection in _connections.Keys)
        {
            connection.Dispose();
        }
    }

    /// <summary>Lets replies pass again.</summary>
    public void Pass()
    {
        _swallows = false;
        _open.TrySetResult();
    }

    /// <summary>Stops the proxy and closes its connections.</summary>
    public void Dispose()
    {
        _listener.Dispose();
        Cut();
        _open.TrySetResult();
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The proxy was disposed.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            _connections[client] = 0;
            _connections[server] = 0;
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _serverPort);
                client.NoDelay = server.NoDelay = true;
                await Task.WhenAny(PassRequestsAsync(client, server), PassRepliesAsync(server, client));
            }
            catch (Exception exception) when (IsEnd(exception))
            {
                // The server is down, or the connection was closed.
            }

            _connections.TryRemove(client, out _);
            _connections.TryRemove(server, out _);
        }
    }

    private static async Task PassRequestsAsync(TcpClient client, TcpClient server)
    {
        try
        {
            await client.GetStream().CopyToAsync(server.GetStream());
        }
        catch (Exception exception) when (IsEnd(exception))
        {
            // Either side closed its connection.
        }
    }

    private async Task PassRepliesAsync(TcpClient server, TcpClient client)
    {
        try
        {
            var buffer = new byte[64 * 1024];
            for (int read; (read = await server.GetStream().ReadAsync(buffer)) > 0;)
            {
                if (_swallows)
                {
                    continue;
                }

                await _open.Task;
                await client.GetStream().WriteAsync(buffer.AsMemory(0, read));
            }
        }
        catch (Exception exception) when (IsEnd(exception))
        {
            // Either side closed its connection.
        }
    }

    private static bool IsEnd(Exception exception) =>
        exception is IOException or SocketException or ObjectDisposedException or InvalidOperationException;
}
