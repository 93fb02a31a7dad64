namespace LuaGen.Language.Text;

/// <summary>A range of a text, in UTF-16 units.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is; 0 for a place between two characters.</param>
internal readonly record struct SourceSpan(int Start, int Length)
{
    public int End => Start + Length;

    public bool IsEmpty => Length == 0;

    public static SourceSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>Whether all of another span is inside this one.</summary>
    public bool Contains(SourceSpan other) => other.Start >= Start && other.End <= End;
}
