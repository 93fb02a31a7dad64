using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LuaGen.TestServers;

/// <summary>
/// A private <c>redis-server</c> or <c>valkey-server</c> from the PATH: on a free loopback port, without persistence, in a
/// directory that is deleted with it. This file needs only the base class library and may be linked into other projects.
/// </summary>
public sealed class RedisServerProcess : IDisposable
{
    private const int PortAttempts = 5;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(10);

    private readonly ProcessStartInfo _start;
    private readonly DirectoryInfo _directory;
    private Process _process;
    private int _disposed;

    private RedisServerProcess(ProcessStartInfo start, DirectoryInfo directory, int port)
    {
        _start = start;
        _process = Process.Start(start)!;
        _directory = directory;
        Port = port;
    }

    /// <summary>The full path of the default server program for <see cref="Start()"/>, or null.</summary>
    public static string? Program { get; } = FindOnPath("redis-server") ?? FindOnPath("valkey-server");

    /// <summary>The loopback port that the server listens on.</summary>
    public int Port { get; }

    /// <summary><c>127.0.0.1:port</c>, as a StackExchange.Redis connection string.</summary>
    public string ConnectionString => $"127.0.0.1:{Port}";

    /// <summary>The server's process id.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Starts a server and returns when it responds.</summary>
    /// <exception cref="InvalidOperationException">There is no server program, or it does not start.</exception>
    public static RedisServerProcess Start() => StartFrom(configuration: null);

    /// <summary>Starts a server and returns when it responds.</summary>
    /// <param name="settings">Additional command-line arguments, such as <c>--appendonly</c>, <c>yes</c>. Later ones take precedence.</param>
    /// <exception cref="InvalidOperationException">There is no server program, or it does not start.</exception>
    public static RedisServerProcess Start(params string[] settings) => StartFrom(configuration: null, settings);

    /// <summary>Starts a server of a program and returns when it responds.</summary>
    /// <exception cref="InvalidOperationException">It does not start.</exception>
    public static RedisServerProcess Start(ServerProgram program) => StartFrom(program, configuration: null, []);

    /// <summary>Starts a server from a configuration file, which a sentinel requires and writes to.</summary>
    /// <param name="configuration">The file's text; null for none.</param>
    /// <param name="settings">Additional command-line arguments.</param>
    /// <exception cref="InvalidOperationException">There is no server program, or it does not start.</exception>
    public static RedisServerProcess StartFrom(string? configuration, params string[] settings) => Program is { } path
        ? StartFrom(new ServerProgram("PATH", path, []), configuration, settings)
        : throw new InvalidOperationException("Neither redis-server nor valkey-server is on the PATH.");

    private static RedisServerProcess StartFrom(ServerProgram program, string? configuration, string[] settings)
    {
        for (var attempt = 1; ; attempt++)
        {
            // Redis cannot choose a free port itself, so another process may take this one before the server does.
            if (TryStart(program, FreePort(), configuration, settings, out var server, out var fault))
            {
                return server;
            }

            if (attempt == PortAttempts)
            {
                throw new InvalidOperationException($"{program.Path} did not start: {fault}");
            }
        }
    }

    /// <summary>Kills the server, like a crash; its directory stays for <see cref="StartAgain"/>.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit(EndLimit);
        }
    }

    /// <summary>Restarts a killed server on its port and in its directory.</summary>
    /// <param name="waitForAnswer">Whether to return only when it responds.</param>
    /// <exception cref="InvalidOperationException">It does not start.</exception>
    public void StartAgain(bool waitForAnswer = true)
    {
        _process.Dispose();
        _process = Process.Start(_start)!;
        if (waitForAnswer && !WaitForAnswer())
        {
            throw new InvalidOperationException($"The server on port {Port} did not come up again.");
        }
    }

    /// <summary>Kills the server by its process id and deletes its directory.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        Kill();
        _process.Dispose();
        _directory.Delete(recursive: true);
    }

    private static bool TryStart(
        ServerProgram program,
        int port,
        string? configuration,
        string[] settings,
        [NotNullWhen(true)] out RedisServerProcess? server,
        [NotNullWhen(false)] out string? fault)
    {
        var directory = Directory.CreateTempSubdirectory("luagen-redis-");
        var log = Path.Combine(directory.FullName, "server.log");
        // A log file instead of pipes: a full pipe that is not read would block the server.
        var start = new ProcessStartInfo(program.Path)
        {
            ArgumentList =
            {
                "--port", port.ToString(CultureInfo.InvariantCulture),
                "--bind", "127.0.0.1",
                "--save", "",
                "--appendonly", "no",
                "--dir", directory.FullName,
                "--logfile", log,
            },
            WorkingDirectory = directory.FullName,
        };

        for (var i = 0; i < program.Arguments.Count; i++)
        {
            start.ArgumentList.Insert(i, program.Arguments[i]);
        }

        if (configuration is not null)
        {
            var file = Path.Combine(directory.FullName, "server.conf");
            File.WriteAllText(file, configuration);
            start.ArgumentList.Insert(program.Arguments.Count, file);
        }

        foreach (var setting in settings)
        {
            start.ArgumentList.Add(setting);
        }

        server = new RedisServerProcess(start, directory, port);
        if (server.WaitForAnswer())
        {
            fault = null;
            return true;
        }

        var state = server._process.HasExited ? "it ended" : $"no answer within {StartLimit.TotalSeconds:0} s";
        fault = File.Exists(log) ? $"{state}; its log: {File.ReadAllText(log)}" : state;
        server.Dispose();
        server = null;
        return false;
    }

    private bool WaitForAnswer()
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < StartLimit && !_process.HasExited; Thread.Sleep(PollInterval))
        {
            if (Answers())
            {
                return true;
            }
        }

        return false;
    }

    // Compares the process id instead of sending PING: another server that took the port first would reply to PING too.
    private bool Answers()
    {
        try
        {
            using var client = new TcpClient { ReceiveTimeout = 1000, SendTimeout = 1000 };
            client.Connect(IPAddress.Loopback, Port);
            var stream = client.GetStream();
            stream.Write("INFO server\r\n"u8);

            var own = Encoding.ASCII.GetBytes($"process_id:{ProcessId}\r\n");
            var reply = new byte[16 * 1024];
            for (int filled = 0, read; (read = stream.Read(reply, filled, reply.Length - filled)) > 0;)
            {
                filled += read;
                if (reply.AsSpan(0, filled).IndexOf(own) >= 0)
                {
                    return true;
                }
            }
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            // The server does not accept connections yet.
        }

        return false;
    }

    /// <summary>A loopback port that no process listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    internal static string? FindOnPath(string program)
    {
        var file = OperatingSystem.IsWindows() ? program + ".exe" : program;
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(directory => Path.Combine(directory, file))
            .FirstOrDefault(File.Exists);
    }
}
