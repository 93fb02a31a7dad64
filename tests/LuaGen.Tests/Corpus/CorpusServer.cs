using System.Text;
using StackExchange.Redis;

namespace LuaGen.Tests.Corpus;

/// <summary>A private server, whose keys can all be deleted without affecting other tests; started on first use.</summary>
public sealed class CorpusServer : IDisposable
{
    private readonly Lazy<RedisServerProcess> _process = new(RedisServerProcess.Start);
    private readonly Lazy<ConnectionMultiplexer> _connection;

    public CorpusServer() =>
        _connection = new(() => ConnectionMultiplexer.Connect($"{_process.Value.ConnectionString},protocol=resp2,allowAdmin=true"));

    public void Dispose()
    {
        if (_connection.IsValueCreated)
        {
            _connection.Value.Dispose();
        }

        if (_process.IsValueCreated)
        {
            _process.Value.Dispose();
        }
    }

    /// <summary>Runs the calls in order, starting without keys.</summary>
    /// <returns>One line for each unexpected reply.</returns>
    internal IReadOnlyList<string> Run(byte[] script, IReadOnlyList<CorpusCall> calls)
    {
        var database = _connection.Value.GetDatabase();
        var server = _connection.Value.GetServers().Single();
        var faults = new List<string>();

        server.FlushAllDatabases();
        foreach (var call in calls)
        {
            if (call.Kind == CorpusCallKind.Case)
            {
                server.FlushAllDatabases();
                continue;
            }

            var arguments = call.Words.Skip(1).Cast<object>();
            if (call.Kind == CorpusCallKind.Call)
            {
                arguments = arguments.Prepend(script);
            }

            var verb = Encoding.UTF8.GetString(call.Words[0]);
            try
            {
                var reply = database.Execute(verb, [.. arguments]);
                if (call.Reply is { } expected && !expected.Accepts(reply))
                {
                    faults.Add($"line {call.Line}: {Describe(reply)}");
                }
            }
            catch (RedisServerException error)
            {
                if (call.Reply is not { } expected || !expected.Accepts(error))
                {
                    faults.Add($"line {call.Line}: error {error.Message}");
                }
            }
        }

        return faults;
    }

    private static string Describe(RedisResult reply) =>
        reply.IsNull ? "null"
        : reply.Resp2Type == ResultType.Array ? $"[{string.Join(", ", ((RedisResult[])reply!).Select(Describe))}]"
        : reply.Resp2Type == ResultType.Integer ? reply.ToString()
        : reply.Resp2Type == ResultType.SimpleString ? $"+{reply}"
        : $"\"{reply}\"";
}
