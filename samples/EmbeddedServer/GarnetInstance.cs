using System.Net;
using System.Net.Sockets;
using Garnet;
using Garnet.server;

namespace EmbeddedServer;

/// <summary>
/// Microsoft.Garnet inside this process: a server that speaks Redis, for a machine that has none. Good enough to try
/// the sample; it runs Lua 5.4 where Redis runs 5.1, so it is no reference for how a script behaves.
/// </summary>
public sealed class GarnetInstance : IDisposable
{
    private readonly GarnetServer _server;

    private GarnetInstance(GarnetServer server, int port)
    {
        _server = server;
        Port = port;
    }

    /// <summary>The port on 127.0.0.1 that it listens on.</summary>
    public int Port { get; }

    /// <summary>Starts one on a free port; it keeps everything in memory and ends with this instance.</summary>
    public static GarnetInstance Start()
    {
        var port = FreePort();
        var server = new GarnetServer(new GarnetServerOptions
        {
            EndPoints = [new IPEndPoint(IPAddress.Loopback, port)],
            EnableLua = true,
            // Off by default, and then the commands of two scripts mix: a script would not be atomic, as it is on Redis.
            // Garnet locks the keys before it runs the script, so it can only know those that the caller passes in KEYS.
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
