namespace LuaGen.Language.Editing;

/// <summary>What a place does with the entity that it names.</summary>
internal enum OccurrenceRole
{
    Read,
    Write,
    Declaration,
}
