using System.Globalization;

namespace LuaGen;

/// <summary>Parses numbers in the text of a reply: the whole text must be a number in the range of the type.</summary>
internal static class Utf8Number
{
    private const NumberStyles Whole = NumberStyles.AllowLeadingSign;
    private const NumberStyles Any = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static bool TryParse(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        return MayBeNumber(text) && int.TryParse(Parsable(text), Whole, CultureInfo.InvariantCulture, out value);
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        return MayBeNumber(text) && long.TryParse(Parsable(text), Whole, CultureInfo.InvariantCulture, out value);
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out uint value)
    {
        value = 0;
        return MayBeNumber(text) && uint.TryParse(Parsable(text), Whole, CultureInfo.InvariantCulture, out value);
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out ulong value)
    {
        value = 0;
        return MayBeNumber(text) && ulong.TryParse(Parsable(text), Whole, CultureInfo.InvariantCulture, out value);
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out decimal value)
    {
        value = 0;
        return MayBeNumber(text) && decimal.TryParse(Parsable(text), Any, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Parses a double; the infinities and NaN as Redis writes them: <c>inf</c>, <c>-inf</c>, <c>nan</c>.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        // .NET returns infinity or NaN for its own names, such as "Infinity", and infinity for numbers out of range.
        if (MayBeNumber(text) && double.TryParse(Parsable(text), Any, CultureInfo.InvariantCulture, out value) && !double.IsNaN(value) && !double.IsInfinity(value))
        {
            return true;
        }

        value = text switch
        {
            _ when text.SequenceEqual("inf"u8) || text.SequenceEqual("+inf"u8) => double.PositiveInfinity,
            _ when text.SequenceEqual("-inf"u8) => double.NegativeInfinity,
            _ => double.NaN,
        };
        return !double.IsNaN(value) || text.SequenceEqual("nan"u8) || text.SequenceEqual("-nan"u8);
    }

    // .NET ignores trailing NUL characters, but "1\0" is not a number.
    private static bool MayBeNumber(ReadOnlySpan<byte> text) => text is not [.., 0];

#if NET
    private static ReadOnlySpan<byte> Parsable(ReadOnlySpan<byte> text) => text;
#else
    private static string Parsable(ReadOnlySpan<byte> text) => System.Text.Encoding.UTF8.GetString(text);
#endif
}
