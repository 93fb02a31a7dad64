namespace LuaGen.Language.Commands;

/// <summary>The servers whose differences are known.</summary>
internal enum ServerFamily
{
    Redis,
    Valkey,
    Garnet,
    Dragonfly,

    /// <summary>A hypothetical server with every command, option and function.</summary>
    Any,
}
