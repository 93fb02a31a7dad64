namespace LuaGen.Language.Header;

/// <summary>
/// A name that a comment lists for a key or an argument without naming the element as code does: <c>Keys: lock, queue</c>, <c>lock: KEYS[1]</c>,
/// <c>key 1 - lock</c>. It declares something only if the names are as many as the elements that the code reads.
/// </summary>
/// <param name="Line">The part of the line that names it.</param>
/// <param name="IsKey">Whether it is an element of <c>KEYS</c>.</param>
/// <param name="Index">The index.</param>
/// <param name="Name">The name that the line shows; <see langword="null"/> if it shows none.</param>
/// <param name="Type">The type, if the line has one.</param>
/// <param name="Text">The description without the name.</param>
internal sealed record ListedName(HeaderLine Line, bool IsKey, int Index, string? Name, TypeSyntax? Type, string Text)
{
    /// <summary>The offset of the heading above the names; -1 if there is none.</summary>
    public int Heading { get; init; } = -1;

    /// <summary>Whether the list is one by its form, and complete: several names on the line of the heading, or lines below it that no prose follows.</summary>
    public bool IsInList { get; init; }

    /// <summary>Whether the name is a part of the description.</summary>
    public bool IsNamedByText { get; init; }
}
