namespace LuaGen.Language.Includes;

/// <summary>What a directive names.</summary>
/// <param name="File">The file; <see langword="null"/> if it cannot be determined.</param>
/// <param name="Candidates">The files that it may mean.</param>
/// <param name="Refusal">Why the file cannot be determined.</param>
/// <param name="Remedy">What to write instead.</param>
internal readonly record struct IncludedFile(SourceFile? File, IReadOnlyList<SourceFile> Candidates, string Refusal, string Remedy)
{
    public static IncludedFile None(string refusal, string remedy) => new(null, [], refusal, remedy);
}
