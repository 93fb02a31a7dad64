namespace LuaGen.Language.HeaderTypes;

/// <summary>What a script may return for a type of its reply.</summary>
internal enum AcceptedReply
{
    /// <summary>A status alone.</summary>
    Status,

    /// <summary>A status or a string.</summary>
    StatusOrString,

    /// <summary>A boolean, nil, or the number or string that means one.</summary>
    Boolean,

    /// <summary>A string, a status, or what Redis makes the text of a number of.</summary>
    Text,

    /// <summary>A number, or a string that is one.</summary>
    Number,

    Anything,
}
