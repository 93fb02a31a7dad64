namespace LuaGen.Language.Syntax;

/// <summary>A set of token kinds.</summary>
internal readonly struct TokenSet
{
    private readonly ulong _bits;

    private TokenSet(ulong bits) => _bits = bits;

    /// <summary>What can only stand after a whole block (<c>block_follow</c> in the reference compiler).</summary>
    public static readonly TokenSet AfterBlock =
        Of(TokenKind.Else, TokenKind.ElseIf, TokenKind.End, TokenKind.Until, TokenKind.EndOfFile);

    /// <summary>What no expression can contain, so that a reader who is lost in one can stop there.</summary>
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
