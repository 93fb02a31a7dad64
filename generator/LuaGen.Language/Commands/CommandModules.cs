namespace LuaGen.Language.Commands;

/// <summary>The modules of Redis whose commands the table has. They are part of Redis from 8.0 on.</summary>
internal static class CommandModules
{
    private static readonly Dictionary<string, string> ByPrefix = new(StringComparer.OrdinalIgnoreCase)
    {
        ["JSON"] = "RedisJSON",
        ["FT"] = "RediSearch",
        ["_FT"] = "RediSearch",
        ["SEARCH"] = "RediSearch",
        ["BF"] = "RedisBloom",
        ["CF"] = "RedisBloom",
        ["CMS"] = "RedisBloom",
        ["TOPK"] = "RedisBloom",
        ["TDIGEST"] = "RedisBloom",
        ["TS"] = "RedisTimeSeries",
        ["TIMESERIES"] = "RedisTimeSeries",
    };

    /// <summary>The module of a module's command; the vector sets have no prefix.</summary>
    public static string Of(string command) => OfPrefix(command) ?? "vector sets";

    /// <summary>The module that a name with a dot would be a command of, or <see langword="null"/>.</summary>
    public static string? OfPrefix(string name)
    {
        var dot = name.IndexOf('.');
        return dot >= 0 && ByPrefix.TryGetValue(name.Substring(0, dot), out var module) ? module : null;
    }

    /// <summary>Valkey's module with the same commands.</summary>
    public static string ValkeyModule(string module) => module switch
    {
        "RedisJSON" => "valkey-json",
        "RediSearch" => "valkey-search",
        _ => "valkey-bloom",
    };
}
