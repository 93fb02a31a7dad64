namespace LuaGen.Language.HeaderTypes;

/// <summary>The values that a script may return for a reply type.</summary>
internal enum AcceptedReply
{
    /// <summary>Only a status.</summary>
    Status,

    /// <summary>A status or a string.</summary>
    StatusOrString,

    /// <summary>A boolean, nil, or a number or string that represents a boolean.</summary>
    Boolean,

    /// <summary>A string, a status, or a number, which Redis converts to text.</summary>
    Text,

    /// <summary>A number, or a string that represents one.</summary>
    Number,

    Anything,
}
