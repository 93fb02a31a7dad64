namespace LuaGen.Language.HeaderTypes;

/// <summary>What a value of a header type is on the wire.</summary>
internal enum WireKind
{
    /// <summary>Any bytes.</summary>
    Bytes,

    /// <summary>Text in UTF-8.</summary>
    Text,

    /// <summary>A status, such as <c>OK</c>.</summary>
    Status,

    /// <summary><c>1</c> or <c>0</c>.</summary>
    Boolean,

    /// <summary>A whole number of 32 bits, which Lua's numbers hold.</summary>
    Whole,

    /// <summary>A whole number of 64 bits, which Lua rounds beyond 2^53.</summary>
    WideWhole,

    /// <summary>A number that may have a fraction.</summary>
    Fraction,

    /// <summary>A GUID, whose text is never a number.</summary>
    Guid,

    /// <summary>A whole number of seconds or milliseconds.</summary>
    Duration,

    /// <summary>A whole number of seconds or milliseconds since the epoch.</summary>
    Moment,

    /// <summary>Whatever the script returns.</summary>
    Anything,
}
