using System.Net.Sockets;
using System.Text;

namespace LuaGen.Package.Tests;

/// <summary>Asks a server without a client library: the tests use the product only as a package.</summary>
internal static class Redis
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until a command has this reply, for example because another process has written a value.</summary>
    /// <param name="server">The server.</param>
    /// <param name="command">The command.</param>
    /// <param name="reply">The reply, without its type and length.</param>
    /// <param name="progress">What the other process has printed, for the message when the limit is reached.</param>
    public static async Task WaitAsync(RedisServerProcess server, string command, string reply, Func<string> progress)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var timer = new PeriodicTimer(PollInterval);
        var last = await AskAsync(server, command);
        try
        {
            while (last != reply)
            {
                await timer.WaitForNextTickAsync(limit.Token);
                last = await AskAsync(server, command);
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"{command} still replies '{last}' and not '{reply}' after {Limit}:\n{progress()}");
        }
    }

    /// <summary>Sends one command and returns the last line of its reply.</summary>
    public static async Task<string> AskAsync(RedisServerProcess server, string command)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", server.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(command + "\r\nQUIT\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var lines = (await reader.ReadToEndAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        return lines[^2].TrimStart(':', '+');
    }
}
