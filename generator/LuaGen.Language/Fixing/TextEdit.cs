namespace LuaGen.Language.Fixing;

/// <summary>A part of a text, and what replaces it.</summary>
internal readonly record struct TextEdit(SourceSpan Span, string NewText)
{
    public static TextEdit Insert(int offset, string text) => new(new SourceSpan(offset, 0), text);

    public static TextEdit Remove(SourceSpan span) => new(span, "");
}
