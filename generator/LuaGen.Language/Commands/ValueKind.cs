namespace LuaGen.Language.Commands;

/// <summary>The kind of value that a command takes.</summary>
internal enum ValueKind
{
    /// <summary>Any bytes: keys, members, patterns, ids.</summary>
    Text,

    /// <summary>A 64-bit integer.</summary>
    Integer,

    /// <summary>A number, which may be infinite or preceded by <c>(</c>.</summary>
    Number,
}
