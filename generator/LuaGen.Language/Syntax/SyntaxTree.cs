namespace LuaGen.Language.Syntax;

/// <summary>A comment, from <c>--</c> to the end of its line or of its long bracket.</summary>
/// <param name="Span">The whole comment, including dashes and brackets.</param>
/// <param name="IsLong">Whether it is <c>--[[ … ]]</c>, of any level, and not <c>-- …</c>.</param>
internal readonly record struct Comment(SourceSpan Span, bool IsLong);

/// <summary>The <c>#!lua …</c> line.</summary>
/// <param name="Span">The line without its line end.</param>
/// <param name="Flags">The values of <c>flags=</c>, in order.</param>
/// <param name="LibraryName">The value of <c>name=</c>; not null for a function library, which is not a script.</param>
internal sealed record Shebang(SourceSpan Span, EquatableArray<string> Flags, string? LibraryName);

/// <summary>A script as Redis's Lua 5.1 compiler parses it.</summary>
internal sealed class SyntaxTree(string text, Shebang? shebang, Block chunk, IReadOnlyList<Comment> comments)
{
    /// <summary>The text that all spans refer to, in UTF-16 code units, with its original line ends.</summary>
    public string Text { get; } = text;

    /// <summary>A part of the script, as written.</summary>
    public string TextOf(SyntaxNode node) => Text.Substring(node.Span.Start, node.Span.Length);

    public Shebang? Shebang { get; } = shebang;

    /// <summary>Where the header begins, if the tree is one function of a library, whose header is the comment above it; otherwise <see langword="null"/>.</summary>
    public int? HeaderStart { get; init; }

    /// <summary>The main chunk. When errors were reported, it holds everything that could be read.</summary>
    public Block Chunk { get; } = chunk;

    /// <summary>All comments, in order.</summary>
    public IReadOnlyList<Comment> Comments { get; } = comments;
}
