namespace LuaGen.Language.Syntax;

/// <summary>What a token is. Fewer than 64 kinds, so that a <see cref="TokenSet"/> is one machine word.</summary>
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

    /// <summary>A character that no token begins with, such as <c>!</c>: a token of its own, as the compiler reads it.</summary>
    Unknown,
}
