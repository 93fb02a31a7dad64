using StackExchange.Redis;

namespace LuaGen;

/// <summary>Names a server as its users know it: <c>127.0.0.1:6379 (Valkey 8.1.1)</c>.</summary>
internal static class ServerName
{
    /// <summary>The fields of <c>INFO server</c>. All of these servers report a version of Redis too, which comes last.</summary>
    private static readonly (string Field, string Name)[] Versions =
    [
        ("valkey_version:", "Valkey"), ("garnet_version:", "Garnet"), ("dragonfly_version:", "Dragonfly"), ("redis_version:", "Redis"),
    ];

    /// <summary>The client sends INFO itself only in its admin mode.</summary>
    private const string Ask = "return redis.call('INFO', 'server')";

    /// <summary>The endpoint, with the product and version if the server tells them to this user.</summary>
    public static async Task<string> OfAsync(IServer node)
    {
        var place = EndPointCollection.ToString(node.EndPoint);
        try
        {
            var info = (string?)await node.ExecuteAsync("EVAL", [Ask, "0"], CommandFlags.NoRedirect).ConfigureAwait(false) ?? "";
            return ProductIn(info) is { } product ? $"{place} ({product})" : place;
        }
        catch (RedisException)
        {
            return place;
        }
        catch (Exception failure) when (ClientFailure.Is(failure))
        {
            return place;
        }
    }

    /// <summary>The endpoints and the versions that the client knows, without asking a server.</summary>
    public static string Known(IConnectionMultiplexer? multiplexer) => multiplexer?.GetServers() is [var only]
        ? $"{EndPointCollection.ToString(only.EndPoint)} (as Redis {only.Version})"
        : "the server";

    /// <summary>The product and version in the text of <c>INFO server</c>.</summary>
    internal static string? ProductIn(string info)
    {
        var lines = info.Split('\n');
        foreach (var (field, name) in Versions)
        {
            if (Array.Find(lines, line => line.StartsWith(field, StringComparison.Ordinal)) is { } line)
            {
                return $"{name} {line.Substring(field.Length).Trim()}";
            }
        }

        return null;
    }
}
