using LuaGen.Language.Commands;

namespace LuaGen.Tool.Check;

/// <summary>Reads the servers that scripts must run on.</summary>
internal static class ServerList
{
    public const string Expected = "write 'redis' and a version, such as 'redis 7.2'";

    /// <summary>Reads <c>redis 7.2</c>; <see langword="null"/> for anything else.</summary>
    public static ServerVersion? TryParse(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var family, var version]
        && family.Equals("redis", StringComparison.OrdinalIgnoreCase)
            ? ServerVersion.TryParse(version)
            : null;
}
