using System.Net;
using System.Net.Sockets;
using Garnet;
using Garnet.server;

namespace EmbeddedServer;

/// <summary>
/// Microsoft.Garnet inside this process: a Redis-compatible server for machines without one. It is good enough to try the
/// sample, but runs Lua 5.4 where Redis runs 5.1, so it does not show how a script behaves on Redis.
/// </summary>
public sealed class GarnetInstance : IDisposable
{
    private const int Threads = 64;

    private readonly GarnetServer _server;

    private GarnetInstance(GarnetServer server, int port)
    {
        _server = server;
        Port = port;
    }

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Starts a server on a free port. It keeps everything in memory and stops with this instance.</summary>
    public static GarnetInstance Start()
    {
        // Garnet's sessions run on the thread pool and block while another one holds their keys. The pool starts with one thread
        // per core and adds one about every half second, so on a small machine the client in this process would time out.
        ThreadPool.GetMinThreads(out var threads, out var ports);
        ThreadPool.SetMinThreads(Math.Max(threads, Threads), ports);

        var port = FreePort();
        var server = new GarnetServer(new GarnetServerOptions
        {
            EndPoints = [new IPEndPoint(IPAddress.Loopback, port)],
            EnableLua = true,
            // Off by default; then the commands of two scripts can interleave, and a script is not atomic as it is on Redis.
            // Garnet locks keys before it runs the script, so it can lock only the keys that the caller passes in KEYS.
            LuaTransactionMode = true,
            LuaOptions = new LuaOptions(),
            QuietMode = true,
        });
        server.Start();
        return new GarnetInstance(server, port);
    }

    public void Dispose() => _server.Dispose();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
