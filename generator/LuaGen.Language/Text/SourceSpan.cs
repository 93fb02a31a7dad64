namespace LuaGen.Language.Text;

/// <summary>A range of text, in UTF-16 code units.</summary>
/// <param name="Start">The offset of the first character.</param>
/// <param name="Length">The number of characters; 0 for a position between two characters.</param>
internal readonly record struct SourceSpan(int Start, int Length)
{
    public int End => Start + Length;

    public bool IsEmpty => Length == 0;

    public static SourceSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>Whether this span contains all of <paramref name="other"/>.</summary>
    public bool Contains(SourceSpan other) => other.Start >= Start && other.End <= End;
}
