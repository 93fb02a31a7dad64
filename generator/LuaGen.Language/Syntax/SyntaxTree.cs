namespace LuaGen.Language.Syntax;

/// <summary>A comment, from its <c>--</c> to the end of its line or of its long bracket.</summary>
/// <param name="Span">The whole comment, dashes and brackets included.</param>
/// <param name="IsLong">Whether it is <c>--[[ … ]]</c> (of any level) and not <c>-- …</c>.</param>
internal readonly record struct Comment(SourceSpan Span, bool IsLong);

/// <summary>The <c>#!lua …</c> line.</summary>
/// <param name="Span">The line without its end.</param>
/// <param name="Flags">The words of its <c>flags=</c>, in order.</param>
/// <param name="LibraryName">What <c>name=</c> says; not null for a function library, which is no script.</param>
internal sealed record Shebang(SourceSpan Span, EquatableArray<string> Flags, string? LibraryName);

/// <summary>A script as Redis's Lua 5.1 compiler reads it.</summary>
internal sealed class SyntaxTree(string text, Shebang? shebang, Block chunk, IReadOnlyList<Comment> comments)
{
    /// <summary>The text that every span counts in (UTF-16 units), with its own line ends.</summary>
    public string Text { get; } = text;

    public Shebang? Shebang { get; } = shebang;

    /// <summary>The main block; whole also where findings were reported, as far as it could be read.</summary>
    public Block Chunk { get; } = chunk;

    /// <summary>All comments, in order.</summary>
    public IReadOnlyList<Comment> Comments { get; } = comments;
}
