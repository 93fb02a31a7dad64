namespace LuaGen.Language.Commands;

/// <summary>What servers say of a command in COMMAND INFO, as far as scripts are concerned.</summary>
[Flags]
internal enum CommandFlags
{
    None = 0,
    Write = 1,
    ReadOnly = 2,

    /// <summary>Scripts may not call it.</summary>
    NoScript = 4,

    /// <summary>It may wait, outside of scripts.</summary>
    Blocking = 8,

    /// <summary>No write, yet passed on to replicas: read-only scripts may not call it either.</summary>
    MayReplicate = 16,
}
