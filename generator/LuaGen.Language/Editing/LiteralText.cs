using LuaGen.Language.Syntax;

namespace LuaGen.Language.Editing;

/// <summary>The text of string literals, where it can be pointed at.</summary>
internal static class LiteralText
{
    /// <summary>The span between the quotation marks; <see langword="null"/> if the literal has escapes, or is not terminated.</summary>
    public static SourceSpan? InnerSpan(string text, StringLiteral literal)
    {
        var marks = (literal.Span.Length - literal.Value.Length) / 2;
        var inner = new SourceSpan(literal.Span.Start + marks, literal.Value.Length);
        return marks > 0 && inner.End + marks == literal.Span.End && string.CompareOrdinal(text, inner.Start, literal.Value, 0, inner.Length) == 0 ? inner : null;
    }

    /// <summary>Whether a word has the form of an error code: <c>NO_STOCK</c>.</summary>
    public static bool IsErrorCode(string word) =>
        word.Length > 1 && word[0] is >= 'A' and <= 'Z' && word.All(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_');
}
