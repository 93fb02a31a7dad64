using LuaGen.Language.Commands;

namespace LuaGen.Tool.Check;

/// <summary>Reads the servers that scripts must run on, where a wrong one stops the run.</summary>
internal static class ServerNames
{
    public static string Expected => $"write one or more of {ServerList.Known}, such as 'redis 7.2; valkey 8.0'";

    /// <summary>Reads <c>redis 7.2; valkey 8.0</c>; <see langword="null"/> if a server or version is not known.</summary>
    public static ServerList? TryParse(string text)
    {
        var unknown = new List<string>();
        var servers = ServerList.Read(text, ServerVersion.Minimum, unknown);
        return unknown.Count == 0 && servers.IsStated ? servers : null;
    }
}
