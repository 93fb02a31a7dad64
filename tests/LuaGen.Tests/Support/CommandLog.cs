using StackExchange.Redis;
using StackExchange.Redis.Profiling;

namespace LuaGen.Tests.Support;

/// <summary>Records the commands that a separate connection sends, including the client's resends.</summary>
internal sealed class CommandLog : IDisposable
{
    private readonly ConnectionMultiplexer _connection = Connections.Connect();
    private readonly ProfilingSession _session = new();

    public CommandLog() => _connection.RegisterProfiler(() => _session);

    public IDatabase Database => _connection.GetDatabase();

    public string[] Take() =>
        [.. _session.FinishProfiling().OrderBy(command => command.CommandCreated).Select(command => command.Command)];

    public void Dispose() => _connection.Dispose();
}
