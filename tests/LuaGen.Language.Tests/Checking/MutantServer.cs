using System.Text;
using LuaGen.TestServers;
using LuaGen.Tests.Corpus;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Checking;

/// <summary>A private server on which scripts run that may do anything.</summary>
internal sealed class MutantServer : IDisposable
{
    private readonly RedisServerProcess _process = RedisServerProcess.Start();
    private readonly ConnectionMultiplexer _connection;

    public MutantServer() => _connection = ConnectionMultiplexer.Connect($"{_process.ConnectionString},protocol=resp2,allowAdmin=true");

    public void Dispose()
    {
        _connection.Dispose();
        _process.Dispose();
    }

    /// <summary>The first error that the calls of a script do not expect, also inside an array.</summary>
    /// <exception cref="RedisTimeoutException">The script does not end.</exception>
    public string? FirstErrorOf(string script, IReadOnlyList<CorpusCall> calls)
    {
        var (database, server, text) = (_connection.GetDatabase(), _connection.GetServers().Single(), Encoding.UTF8.GetBytes(script));
        server.FlushAllDatabases();
        foreach (var call in calls)
        {
            if (call.Kind == CorpusCallKind.Case)
            {
                server.FlushAllDatabases();
                continue;
            }

            var arguments = call.Words.Skip(1).Cast<object>();
            try
            {
                database.Execute(Encoding.UTF8.GetString(call.Words[0]), [.. call.Kind == CorpusCallKind.Call ? arguments.Prepend(text) : arguments]);
            }
            catch (RedisServerException error)
            {
                if (call.Reply is not { } expected || !expected.Accepts(error))
                {
                    return error.Message;
                }
            }
        }

        return null;
    }
}
