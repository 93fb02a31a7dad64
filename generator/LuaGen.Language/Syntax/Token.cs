namespace LuaGen.Language.Syntax;

/// <summary>One token. A mutable struct that the lexer fills in place: a script has a token for every four characters.</summary>
internal struct Token
{
    public TokenKind Kind;

    /// <summary>Where it begins in the text.</summary>
    public int Start;

    /// <summary>Where it ends in the text.</summary>
    public int End;

    /// <summary>The line that it begins on, from 1; a string may end on a later one.</summary>
    public int Line;

    /// <summary>The value of a number.</summary>
    public double Number;

    /// <summary>The name, or the value of a string.</summary>
    public Symbol? Symbol;
}
