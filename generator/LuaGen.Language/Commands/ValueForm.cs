namespace LuaGen.Language.Commands;

/// <summary>The form of a text that a command takes.</summary>
internal enum ValueForm
{
    Integer,
    Number,
    FiniteNumber,
    ScoreLimit,
    Lexicographic,
    Longitude,
    Latitude,
    Distance,
    Timeout,
    Rank,
    Encoding,
    FieldOffset,
    Cursor,
    StreamId,
    StreamLimit,
    NewStreamId,
    ReadId,
    ReadGroupId,
}
