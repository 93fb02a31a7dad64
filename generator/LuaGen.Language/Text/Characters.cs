namespace LuaGen.Language.Text;

/// <summary>The classes of characters as the C locale has them: everything beyond ASCII is in none.</summary>
internal static class Characters
{
    private const byte Digit = 1;
    private const byte Letter = 2;
    private const byte HexLetter = 4;

    private static ReadOnlySpan<byte> Classes =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0,
        0, 6, 6, 6, 6, 6, 6, 2, 2, 2, 2, 2, 2, 2, 2, 2,
        2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 2,
        0, 6, 6, 6, 6, 6, 6, 2, 2, 2, 2, 2, 2, 2, 2, 2,
        2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0,
    ];

    public static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    public static bool IsHexDigit(char c) => Is(c, Digit | HexLetter);

    /// <summary>A letter, a digit or an underscore.</summary>
    public static bool IsNamePart(char c) => Is(c, Digit | Letter);

    /// <summary>What C calls a space: also the line ends, the vertical tab and the form feed.</summary>
    public static bool IsSpace(char c) => c == ' ' || (uint)(c - '\t') <= '\r' - '\t';

    public static bool IsLineEnd(char c) => c is '\n' or '\r';

    private static bool Is(char c, int classes) => c < 128 && (Classes[c] & classes) != 0;
}
