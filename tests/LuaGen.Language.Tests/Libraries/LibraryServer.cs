using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LuaGen.Language.Tests.Syntax.Differential;
using LuaGen.Language.Text;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Libraries;

/// <summary>A server that loads libraries; a new one starts after a library has crashed the last one.</summary>
internal sealed partial class LibraryServer(string program) : IDisposable
{
    private RedisServerProcess? _process;
    private ConnectionMultiplexer? _connection;

    /// <summary>How often a library crashed the server. Valkey 9.1 crashes when a library that loads calls <c>redis.log</c>.</summary>
    public int Crashes { get; private set; }

    /// <summary>The verdict on a library; <see langword="null"/> if it crashed the server.</summary>
    public async Task<Verdict?> LoadAsync(string text)
    {
        var database = Connection().GetDatabase();
        try
        {
            await database.ExecuteAsync("FUNCTION", "FLUSH");
            await database.ExecuteAsync("FUNCTION", "LOAD", Encoding.UTF8.GetBytes(ScriptText.Normalize(text)));
            return new Verdict(true, null, "");
        }
        catch (RedisServerException refusal)
        {
            var line = Line().Match(refusal.Message);
            return new Verdict(false, line.Success ? int.Parse(line.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null, refusal.Message);
        }
        catch (RedisConnectionException)
        {
            Crashes++;
            Dispose();
            return null;
        }
    }

    public void Dispose()
    {
        _connection?.Dispose();
        _process?.Dispose();
        (_connection, _process) = (null, null);
    }

    private ConnectionMultiplexer Connection()
    {
        if (_connection is null)
        {
            _process = RedisServerProcess.Start(ServerProgram.Of(program));
            _connection = ConnectionMultiplexer.Connect(_process.ConnectionString + ",allowAdmin=true,syncTimeout=10000");
        }

        return _connection;
    }

    [GeneratedRegex(@"user_function:(\d+):")]
    private static partial Regex Line();
}
