namespace LuaGen.Language.Types;

/// <summary>Where a value comes from: each of its possible sources.</summary>
[Flags]
internal enum Origins : byte
{
    None = 0,

    /// <summary>Written in the script.</summary>
    Literal = 1 << 0,

    /// <summary>An element of <c>KEYS</c>, as it is.</summary>
    Key = 1 << 1,

    /// <summary>A text that holds an element of <c>KEYS</c>, and so its hash tag.</summary>
    KeyBased = 1 << 2,

    /// <summary>An element of <c>ARGV</c>, or what is made of one.</summary>
    Argument = 1 << 3,

    /// <summary>The reply of a command, or what is made of one.</summary>
    Reply = 1 << 4,

    /// <summary>Nobody knows.</summary>
    Unknown = 1 << 5,
}
