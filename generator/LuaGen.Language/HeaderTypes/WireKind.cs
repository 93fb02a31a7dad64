namespace LuaGen.Language.HeaderTypes;

/// <summary>The form in which a value of a header type is sent or received.</summary>
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

    /// <summary>A 32-bit integer, which Lua numbers represent exactly.</summary>
    Whole,

    /// <summary>A 64-bit integer, which Lua rounds beyond 2^53.</summary>
    WideWhole,

    /// <summary>A number that may have a fraction.</summary>
    Fraction,

    /// <summary>A GUID, whose text is never a number.</summary>
    Guid,

    /// <summary>A whole number of seconds or milliseconds.</summary>
    Duration,

    /// <summary>A whole number of seconds or milliseconds since the epoch.</summary>
    Moment,

    /// <summary>Anything that the script returns.</summary>
    Anything,
}
