using LuaGen.Language.Syntax;

namespace LuaGen.Language.Editing;

/// <summary>A table constructor around a position, as its tokens show it: it may still be incomplete.</summary>
/// <param name="Call">The call that takes the table without parentheses: <c>f{ … }</c>.</param>
internal sealed record TableFrame(CallFrame? Call)
{
    /// <summary>The named fields.</summary>
    public List<string> Fields { get; } = [];

    /// <summary>The strings that are elements of the list.</summary>
    public List<string> Strings { get; } = [];

    /// <summary>The field whose value is at the position; <see langword="null"/> outside of values, and in an element of the list.</summary>
    public string? Field { get; set; }

    /// <summary>Reads a token of the table that is in none of its values' brackets and blocks.</summary>
    /// <param name="token">The token.</param>
    /// <param name="previous">The token before it.</param>
    /// <param name="before">The token before that one.</param>
    public void Add(in Token token, in Token previous, in Token before)
    {
        switch (token.Kind)
        {
            case TokenKind.Equal when previous.Kind == TokenKind.Name && IsSeparator(before.Kind):
                Fields.Add(Field = previous.Symbol!.Text);
                break;
            case TokenKind.Comma or TokenKind.Semicolon:
                Field = null;
                break;
            case TokenKind.String when IsSeparator(previous.Kind):
                Strings.Add(token.Symbol?.Text ?? "");
                break;
        }
    }

    private static bool IsSeparator(TokenKind kind) => kind is TokenKind.OpenBrace or TokenKind.Comma or TokenKind.Semicolon;
}
