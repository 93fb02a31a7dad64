namespace LuaGen.Language.Commands;

/// <summary>The command flags of COMMAND INFO that matter to scripts.</summary>
[Flags]
internal enum CommandTraits
{
    None = 0,
    Write = 1,
    ReadOnly = 2,

    /// <summary>Scripts may not call it.</summary>
    NoScript = 4,

    /// <summary>It can block, except in scripts.</summary>
    Blocking = 8,

    /// <summary>Not a write, but replicated: read-only scripts may not call it either.</summary>
    MayReplicate = 16,

    /// <summary>The same, but on Valkey alone.</summary>
    ValkeyMayReplicate = 32,
}
