namespace LuaGen.Language.Commands;

/// <summary>What a value of a command may be.</summary>
internal enum ValueKind
{
    /// <summary>Any bytes: keys, members, patterns, ids.</summary>
    Text,

    /// <summary>A whole number of 64 bits.</summary>
    Integer,

    /// <summary>A number, also with <c>(</c> in front of it, or infinity.</summary>
    Number,
}
