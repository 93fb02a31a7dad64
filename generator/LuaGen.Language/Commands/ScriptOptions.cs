namespace LuaGen.Language.Commands;

/// <summary>What a project says of the servers that its scripts run on.</summary>
internal sealed record ScriptOptions
{
    public static ScriptOptions Default { get; } = new();

    /// <summary>The oldest server that scripts must run on; a script may declare another.</summary>
    public ServerVersion MinServer { get; init; } = ServerVersion.Minimum;

    /// <summary>Whether scripts may run in a cluster.</summary>
    public bool InCluster { get; init; } = true;
}
