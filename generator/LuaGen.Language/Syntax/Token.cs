namespace LuaGen.Language.Syntax;

/// <summary>One token. A mutable struct that the lexer fills in place, because scripts have about one token per four characters.</summary>
internal struct Token
{
    public TokenKind Kind;

    /// <summary>The offset of its first character.</summary>
    public int Start;

    /// <summary>The offset after its last character.</summary>
    public int End;

    /// <summary>The line on which it begins, from 1; a string may end on a later one.</summary>
    public int Line;

    /// <summary>The value of a number.</summary>
    public double Number;

    /// <summary>The name, or the value of a string.</summary>
    public Symbol? Symbol;
}
