namespace LuaGen.Language.Syntax;

/// <summary>Which tokens are operators, and their precedence (§2.5.6 of the manual).</summary>
internal static class Operators
{
    public const int UnaryPriority = 8;

    public static bool TryGetUnary(TokenKind kind, out UnaryOperator @operator)
    {
        switch (kind)
        {
            case TokenKind.Minus:
                @operator = UnaryOperator.Negate;
                return true;
            case TokenKind.Not:
                @operator = UnaryOperator.Not;
                return true;
            case TokenKind.Hash:
                @operator = UnaryOperator.Length;
                return true;
            default:
                @operator = default;
                return false;
        }
    }

    public static bool TryGetBinary(TokenKind kind, out BinaryOperator @operator)
    {
        var found = Binary[(int)kind];
        @operator = (BinaryOperator)(found - 1);
        return found != 0;
    }

    /// <summary>The precedence of an operator with respect to its left operand.</summary>
    public static int LeftPriority(BinaryOperator @operator) => LeftPriorities[(int)@operator];

    /// <summary>The precedence with respect to the right operand; lower than the left one for right-associative operators.</summary>
    public static int RightPriority(BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Power => 9,
        BinaryOperator.Concatenate => 4,
        _ => LeftPriority(@operator),
    };

    // In the order of BinaryOperator.
    private static ReadOnlySpan<byte> LeftPriorities => [6, 6, 7, 7, 7, 10, 5, 3, 3, 3, 3, 3, 3, 2, 1];

    private static readonly byte[] Binary = MapBinary();

    private static byte[] MapBinary()
    {
        var map = new byte[(int)TokenKind.Unknown + 1];
        void Map(TokenKind kind, BinaryOperator @operator) => map[(int)kind] = (byte)(@operator + 1);

        Map(TokenKind.Plus, BinaryOperator.Add);
        Map(TokenKind.Minus, BinaryOperator.Subtract);
        Map(TokenKind.Star, BinaryOperator.Multiply);
        Map(TokenKind.Slash, BinaryOperator.Divide);
        Map(TokenKind.Percent, BinaryOperator.Modulo);
        Map(TokenKind.Caret, BinaryOperator.Power);
        Map(TokenKind.DotDot, BinaryOperator.Concatenate);
        Map(TokenKind.EqualEqual, BinaryOperator.Equal);
        Map(TokenKind.TildeEqual, BinaryOperator.NotEqual);
        Map(TokenKind.Less, BinaryOperator.Less);
        Map(TokenKind.LessEqual, BinaryOperator.LessOrEqual);
        Map(TokenKind.Greater, BinaryOperator.Greater);
        Map(TokenKind.GreaterEqual, BinaryOperator.GreaterOrEqual);
        Map(TokenKind.And, BinaryOperator.And);
        Map(TokenKind.Or, BinaryOperator.Or);
        return map;
    }
}
