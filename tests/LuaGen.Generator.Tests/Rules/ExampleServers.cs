using System.Text.RegularExpressions;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Generator.Tests.Rules;

/// <summary>The servers that run the examples; a new server starts after an example has crashed the last one.</summary>
internal sealed partial class ExampleServers : IDisposable
{
    /// <summary>The version whose replies the table shows.</summary>
    private const string Shown = "7.0.";

    private RedisServerProcess? _server;
    private ConnectionMultiplexer? _connection;
    private HalfCluster? _cluster;

    public bool AreOfTheTable => Connection().GetServers()[0].Version.ToString().StartsWith(Shown, StringComparison.Ordinal);

    public async Task<string> AskAsync(Example example)
    {
        var database = example.IsForCluster ? (_cluster ??= await HalfCluster.StartAsync()).Database : Connection().GetDatabase();
        await database.ExecuteAsync("FLUSHALL");
        try
        {
            return Print(example.IsLibrary ? await LoadAsync(database, example) : await database.ScriptEvaluateAsync(example.Script, ["{e}:1", "{e}:2"], ["10", "9"]));
        }
        catch (RedisServerException failure)
        {
            return "(error) " + Place().Replace(failure.Message, "");
        }
        catch (RedisConnectionException failure) when (failure.FailureType == ConnectionFailureType.ProtocolFailure || !failure.Message.Contains("crash", StringComparison.Ordinal))
        {
            // Either the server has crashed, or the client closed the connection because of the reply.
            return await HasEndedAsync() ? "the server crashes" : "the client closes its connection: an error within an array";
        }
    }

    public void Dispose()
    {
        DisposeServer();
        _cluster?.Dispose();
    }

    /// <summary>Loads the libraries one after another.</summary>
    private static async Task<RedisResult> LoadAsync(IDatabase database, Example example)
    {
        var reply = await database.ExecuteAsync("FUNCTION", "FLUSH");
        foreach (var file in example.Files)
        {
            reply = await database.ExecuteAsync("FUNCTION", "LOAD", file.GetText()!.ToString());
        }

        return reply;
    }

    private void DisposeServer()
    {
        _connection?.Dispose();
        _server?.Dispose();
    }

    private async Task<bool> HasEndedAsync()
    {
        try
        {
            using var again = await ConnectionMultiplexer.ConnectAsync(_server!.ConnectionString + ",connectTimeout=2000,abortConnect=true");
            return false;
        }
        catch (RedisConnectionException)
        {
            DisposeServer();
            _server = null;
            return true;
        }
    }

    private ConnectionMultiplexer Connection()
    {
        if (_server is null)
        {
            _server = RedisServerProcess.Start();
            _connection = ConnectionMultiplexer.Connect(_server.ConnectionString + ",allowAdmin=true");
        }

        return _connection!;
    }

    private static string Print(RedisResult reply) => reply switch
    {
        { IsNull: true } => "(nil)",
        { Resp2Type: ResultType.Array } => reply.Length == 0 ? "(empty array)" : string.Join(", ", ((RedisResult[])reply!).Select(Print)),
        { Resp2Type: ResultType.Integer } => "(integer) " + reply,
        { Resp2Type: ResultType.SimpleString } => reply.ToString(),
        _ => $"\"{reply}\"",
    };

    /// <summary>Matches the part of an error that identifies the script of this run.</summary>
    [GeneratedRegex(@" script: [0-9a-f]{40}, on @user_script:\d+\.")]
    private static partial Regex Place();
}
