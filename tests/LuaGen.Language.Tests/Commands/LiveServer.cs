using System.Text.RegularExpressions;
using LuaGen.Language.Commands;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Commands;

/// <summary>The family and version of a server that a test asks.</summary>
internal static class LiveServer
{
    /// <summary>The names of the programs to ask.</summary>
    public static TheoryData<string> Programs => [.. ServerProgram.All.Select(program => program.Name)];

    /// <summary>Valkey reports the version of Redis that it stands in for, and its own.</summary>
    public static async Task<Server> OfAsync(IConnectionMultiplexer connection)
    {
        var info = (string)(await connection.GetDatabase().ScriptEvaluateAsync("return redis.call('INFO', 'server')"))!;
        return Version("valkey_version").Match(info) is { Success: true } valkey
            ? new Server(ServerFamily.Valkey, ServerVersion.TryParse(valkey.Groups[1].Value)!.Value)
            : new Server(ServerFamily.Redis, ServerVersion.TryParse(Version("redis_version").Match(info).Groups[1].Value)!.Value);
    }

    private static Regex Version(string field) => new($@"^{field}:([0-9.]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant);
}
