namespace LuaGen.Language.Header;

/// <summary>One line of the header, without comment markers.</summary>
/// <param name="Text">The text of the line, without dashes, leading spaces, a leading <c>*</c> or <c>- </c>, and trailing spaces.</param>
/// <param name="Start">The offset of <paramref name="Text"/> in the script.</param>
/// <param name="Indent">The number of spaces before the text, or before its <c>- </c>.</param>
/// <param name="Run">The number of its comment run: lines without an empty line between them, or one long comment.</param>
internal readonly record struct HeaderLine(string Text, int Start, int Indent, int Run = 0)
{
    /// <summary>Whether <c>- </c> precedes the text; it belongs to the line only as prose.</summary>
    public bool HasBullet { get; init; }

    /// <summary>Whether the line is in a long comment, where a line to paste has no dashes.</summary>
    public bool IsInBlock { get; init; }

    public string Prose => HasBullet ? "- " + Text : Text;

    public SourceSpan Span => new(Start, Text.Length);

    /// <summary>Whether this line continues the text of the declaration on the line <paramref name="declaration"/>.</summary>
    public bool Continues(HeaderLine declaration) => Text.Length > 0 && Run == declaration.Run && Indent >= declaration.Indent + 2;

    /// <summary>A declaration as it is pasted in place of this line.</summary>
    public string ToPaste(string declaration) => IsInBlock ? declaration : "-- " + declaration;

    /// <summary>A part of the line, for a line that holds several declarations.</summary>
    public HeaderLine Part(int start, int end) => this with { Text = Text.Substring(start, end - start), Start = Start + start };
}
