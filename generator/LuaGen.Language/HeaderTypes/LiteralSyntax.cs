namespace LuaGen.Language.HeaderTypes;

internal enum LiteralKind
{
    Number,
    Boolean,
    Text,
}

/// <summary>A default: <c>900</c>, <c>true</c>, <c>'asc'</c>.</summary>
/// <param name="Value">The number as written, <c>true</c> or <c>false</c>, or the text without its quotes and escapes.</param>
internal sealed record LiteralSyntax(SourceSpan Span, LiteralKind Kind, string Value);
