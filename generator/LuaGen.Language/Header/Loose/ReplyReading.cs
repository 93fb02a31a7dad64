namespace LuaGen.Language.Header.Loose;

/// <summary>What a line about the reply means.</summary>
internal enum ReplyReading
{
    /// <summary>The line is not about the reply, or only a sentence about it.</summary>
    Prose,

    /// <summary>The line declares the reply.</summary>
    Declared,

    /// <summary>The line documents the reply: <c>RETURNS the number of members</c>.</summary>
    Documented,

    /// <summary>The line can be a type and a sentence: <c>RETURNS value of the counter</c>.</summary>
    Ambiguous,

    /// <summary>The line names something that is not a type: <c>RETURNS List&lt;string&gt;</c>.</summary>
    Unknown,
}
