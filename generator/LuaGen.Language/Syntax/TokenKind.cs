namespace LuaGen.Language.Syntax;

/// <summary>The kind of a token. There are fewer than 64, so that a <see cref="TokenSet"/> fits in 64 bits.</summary>
internal enum TokenKind : byte
{
    EndOfFile,

    Name,
    Number,
    String,

    // The reserved words, in the order of Keywords.Texts.
    And,
    Break,
    Do,
    Else,
    ElseIf,
    End,
    False,
    For,
    Function,
    If,
    In,
    Local,
    Nil,
    Not,
    Or,
    Repeat,
    Return,
    Then,
    True,
    Until,
    While,

    Plus,
    Minus,
    Star,
    Slash,
    Percent,
    Caret,
    Hash,
    EqualEqual,
    TildeEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Equal,
    OpenParen,
    CloseParen,
    OpenBrace,
    CloseBrace,
    OpenBracket,
    CloseBracket,
    Semicolon,
    Colon,
    Comma,
    Dot,
    DotDot,
    DotDotDot,

    /// <summary>A character that begins no token, such as <c>!</c>; the reference lexer makes it a token of its own.</summary>
    Unknown,
}
