namespace LuaGen.Language.Commands;

/// <summary>A server that scripts must run on: a family, and the oldest version of it.</summary>
internal readonly record struct Server(ServerFamily Family, ServerVersion Version)
{
    /// <summary>A hypothetical server with every command and option.</summary>
    public static Server Any { get; } = new(ServerFamily.Any, default);

    /// <summary>Whether its scripts are Lua 5.4; the others run Lua 5.1.</summary>
    public bool RunsLua54 => Family is ServerFamily.Garnet or ServerFamily.Dragonfly;

    /// <summary>Whether the facts cover it; a newer server may have commands and options that the facts lack. Patches add none.</summary>
    public bool IsKnown => Family switch
    {
        ServerFamily.Redis => Version.WithoutPatch <= CommandTable.NewestRedis,
        ServerFamily.Valkey => Version.WithoutPatch <= CommandTable.NewestValkey,
        _ => true,
    };

    /// <summary>As a message names it: <c>Redis 7.2</c>; a family of one known version without its number.</summary>
    public override string ToString() => Family is ServerFamily.Redis or ServerFamily.Valkey ? $"{Family} {Version}" : $"{Family}";
}
