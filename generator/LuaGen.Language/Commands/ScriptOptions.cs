namespace LuaGen.Language.Commands;

/// <summary>The project's options for the servers that its scripts run on.</summary>
internal sealed record ScriptOptions
{
    public static ScriptOptions Default { get; } = new();

    /// <summary>The servers that scripts must run on; a script may declare other versions.</summary>
    public ServerList Servers { get; init; } = ServerList.Default;

    /// <summary>Whether scripts may run in a cluster.</summary>
    public bool InCluster { get; init; } = true;
}
