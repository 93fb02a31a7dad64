using System.Globalization;
using StackExchange.Redis;

namespace LuaGen.Tests.Faults;

/// <summary>A server that a test may flush, stop, fill up and kill, with connections to it.</summary>
internal sealed class OwnServer : IDisposable
{
    private readonly List<IDisposable> _opened = [];

    public OwnServer(params string[] settings)
    {
        Process = RedisServerProcess.Start(settings);
        Connection = Connect();
    }

    public RedisServerProcess Process { get; }

    public ConnectionMultiplexer Connection { get; }

    public IDatabase Database => Connection.GetDatabase();

    public IServer Server => Connection.GetServers().Single();

    /// <summary>Another connection, direct or through a proxy; closed with the server.</summary>
    public ConnectionMultiplexer Connect(string options = "", string? by = null, Action<ConfigurationOptions>? configure = null) =>
        Add(ConnectionMultiplexer.Connect($"{by ?? Process.ConnectionString},allowAdmin=true,abortConnect=false,{options}", configure ?? (static _ => { })));

    public LoopbackProxy Proxy() => Add(LoopbackProxy.Start(Process));

    /// <summary>How many times the server has executed a command, and how many times with an error.</summary>
    public async Task<(long Calls, long Failed)> CountAsync(string command)
    {
        var stats = (await Server.InfoAsync("commandstats")).SelectMany(section => section).ToDictionary();
        if (!stats.TryGetValue($"cmdstat_{command}", out var line))
        {
            return default;
        }

        var fields = line.Split(',').Select(field => field.Split('=')).ToDictionary(field => field[0], field => field[1]);
        return (long.Parse(fields["calls"], CultureInfo.InvariantCulture), long.Parse(fields["failed_calls"], CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        _opened.Reverse();
        _opened.ForEach(opened => opened.Dispose());
        Process.Dispose();
    }

    private T Add<T>(T opened)
        where T : IDisposable
    {
        _opened.Add(opened);
        return opened;
    }
}
