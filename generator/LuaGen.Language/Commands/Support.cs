namespace LuaGen.Language.Commands;

/// <summary>Whether a server of one known version has something.</summary>
internal enum Support
{
    Full,
    None,

    /// <summary>Only after a setting: a preview of Garnet that is switched on, undeclared keys that Dragonfly is configured to allow.</summary>
    Conditional,
    Unknown,
}
