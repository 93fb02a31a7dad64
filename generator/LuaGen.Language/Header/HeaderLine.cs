namespace LuaGen.Language.Header;

/// <summary>One line of the header, without comment markers.</summary>
/// <param name="Text">The text of the line, without dashes, leading spaces, a leading <c>*</c> and trailing spaces.</param>
/// <param name="Start">The offset of <paramref name="Text"/> in the script.</param>
/// <param name="Indent">The number of spaces before the text.</param>
internal readonly record struct HeaderLine(string Text, int Start, int Indent)
{
    public SourceSpan Span => new(Start, Text.Length);

    /// <summary>Whether this line continues the text of the declaration on the line <paramref name="declaration"/>.</summary>
    public bool Continues(HeaderLine declaration) => Text.Length > 0 && Indent >= declaration.Indent + 2;
}
