namespace LuaGen.Language.Text;

/// <summary>Character classes of the C locale, which Lua uses: characters outside ASCII belong to no class.</summary>
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

    /// <summary>White space as C's <c>isspace</c> defines it, which includes line ends, vertical tab and form feed.</summary>
    public static bool IsSpace(char c) => c == ' ' || (uint)(c - '\t') <= '\r' - '\t';

    public static bool IsLineEnd(char c) => c is '\n' or '\r';

    private static bool Is(char c, int classes) => c < 128 && (Classes[c] & classes) != 0;
}
