namespace LuaGen.Language.Syntax;

/// <summary>The 21 reserved words of Lua 5.1, looked up by the hash that the lexer has already computed.</summary>
internal static class Keywords
{
    // In the order of TokenKind, starting at And.
    private static readonly string[] Texts =
    [
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "if", "in",
        "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while",
    ];

    private static readonly byte[] Slots = FindSlots();

    /// <summary>The token kind of a reserved word, or <see cref="TokenKind.Name"/>.</summary>
    public static TokenKind Find(ReadOnlySpan<char> word, int hash)
    {
        var slot = Slots[hash & (Slots.Length - 1)];
        return slot != 0 && word.SequenceEqual(Texts[slot - 1].AsSpan())
            ? (TokenKind)((int)TokenKind.And + slot - 1)
            : TokenKind.Name;
    }

    public static string TextOf(TokenKind kind) => Texts[kind - TokenKind.And];

    public static bool IsReserved(TokenKind kind) => kind is >= TokenKind.And and <= TokenKind.While;

    /// <summary>Finds the smallest table in which each reserved word has its own slot, so that a lookup is one comparison.</summary>
    private static byte[] FindSlots()
    {
        for (var size = 32; ; size *= 2)
        {
            var slots = new byte[size];
            var index = 0;
            for (; index < Texts.Length; index++)
            {
                ref var slot = ref slots[StringTable.Hash(Texts[index].AsSpan()) & (size - 1)];
                if (slot != 0)
                {
                    break;
                }

                slot = (byte)(index + 1);
            }

            if (index == Texts.Length)
            {
                return slots;
            }
        }
    }
}
