namespace LuaGen.Tool;

/// <summary>Text that others wrote, made safe for a terminal: no control character moves the cursor or begins a line.</summary>
internal static class Printable
{
    private const char Replacement = '\uFFFD';

    public static string Of(string text) =>
        text.AsSpan().ContainsAny(Unsafe) ? string.Concat(text.Select(c => Unsafe.Contains(c) ? Replacement : c)) : text;

    // Control characters but for the tab, line and paragraph separators, and what changes the direction of writing.
    private static readonly System.Buffers.SearchValues<char> Unsafe = System.Buffers.SearchValues.Create(
        [
            .. Enumerable.Range(0, 0x20).Where(c => c != '\t').Select(c => (char)c),
            .. Enumerable.Range(0x7F, 0x21).Select(c => (char)c),
            '\u200E', '\u200F', '\u2028', '\u2029', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069',
        ]);
}
