using LuaGen.Language.Rules;

namespace LuaGen.Language.Model;

/// <summary>A library or a function whose name another file has too.</summary>
/// <param name="FilePath">The file.</param>
/// <param name="Span">The place of the name.</param>
/// <param name="Kind"><c>library</c> or <c>function</c>.</param>
/// <param name="Name">The name.</param>
/// <param name="OtherFilePath">The other file.</param>
internal sealed record LibraryConflict(string FilePath, SourceSpan Span, string Kind, string Name, string OtherFilePath)
{
    public Finding ToFinding() => new(Rule.LibraryConflict, Span, [Kind, Name, OtherFilePath]);
}
