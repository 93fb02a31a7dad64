namespace LuaGen.Language.Types;

/// <summary>The possible sources of a value.</summary>
[Flags]
internal enum Origins : byte
{
    None = 0,

    /// <summary>Text or a number in the script.</summary>
    Literal = 1 << 0,

    /// <summary>An element of <c>KEYS</c>, unchanged.</summary>
    Key = 1 << 1,

    /// <summary>A text that contains an element of <c>KEYS</c>, and therefore its hash tag.</summary>
    KeyBased = 1 << 2,

    /// <summary>An element of <c>ARGV</c>, or a value derived from one.</summary>
    Argument = 1 << 3,

    /// <summary>The reply of a command, or a value derived from one.</summary>
    Reply = 1 << 4,

    /// <summary>An unknown source.</summary>
    Unknown = 1 << 5,
}

/// <summary>How operations change the sources of a value.</summary>
internal static class OriginsExtensions
{
    /// <summary>The sources of a value that is computed from another one: a text that is derived from a key is not the key itself.</summary>
    public static Origins Derived(this Origins origins) => (origins & Origins.Key) != 0 ? (origins & ~Origins.Key) | Origins.KeyBased : origins;
}
