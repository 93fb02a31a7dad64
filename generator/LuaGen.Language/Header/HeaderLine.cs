namespace LuaGen.Language.Header;

/// <summary>One line of the header, without the marks of its comment.</summary>
/// <param name="Text">What the line says: no dashes, no leading blanks, no leading <c>*</c>, no trailing blanks.</param>
/// <param name="Start">Where <paramref name="Text"/> begins in the script.</param>
/// <param name="Indent">How many blanks stood before it.</param>
internal readonly record struct HeaderLine(string Text, int Start, int Indent)
{
    public SourceSpan Span => new(Start, Text.Length);

    /// <summary>Whether this line goes on with the text of the declaration on <paramref name="declaration"/>'s line.</summary>
    public bool Continues(HeaderLine declaration) => Text.Length > 0 && Indent >= declaration.Indent + 2;
}
