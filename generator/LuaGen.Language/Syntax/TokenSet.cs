namespace LuaGen.Language.Syntax;

/// <summary>A set of token kinds.</summary>
internal readonly struct TokenSet
{
    private readonly ulong _bits;

    private TokenSet(ulong bits) => _bits = bits;

    /// <summary>The tokens that can follow a complete block (<c>block_follow</c> in the reference compiler).</summary>
    public static readonly TokenSet AfterBlock =
        Of(TokenKind.Else, TokenKind.ElseIf, TokenKind.End, TokenKind.Until, TokenKind.EndOfFile);

    /// <summary>Tokens that no expression can contain: error recovery inside an expression stops at them.</summary>
    public static readonly TokenSet OutsideExpressions = AfterBlock | Of(
        TokenKind.Break, TokenKind.For, TokenKind.If, TokenKind.Local, TokenKind.Repeat, TokenKind.Return, TokenKind.While);

    public static TokenSet Of(params TokenKind[] kinds)
    {
        var bits = 0UL;
        foreach (var kind in kinds)
        {
            bits |= 1UL << (int)kind;
        }

        return new TokenSet(bits);
    }

    public static TokenSet operator |(TokenSet left, TokenSet right) => new(left._bits | right._bits);

    public bool Contains(TokenKind kind) => ((_bits >> (int)kind) & 1) != 0;
}
