using System.Globalization;

namespace LuaGen.Language.Commands;

/// <summary>Decides whether a constant has the form that a command takes, as servers parse it. In doubt the answer is yes.</summary>
internal static class ValueForms
{
    private const double MostLatitude = 85.06;
    private const double MostLongitude = 180;

    public static bool Accepts(ValueForm form, string text) => form switch
    {
        ValueForm.Integer => ConstantValues.IntegerOf(text) is not null,
        ValueForm.Number => IsNumber(text),
        ValueForm.FiniteNumber => IsNumber(text) && !IsInfinite(text),
        ValueForm.ScoreLimit => IsScoreLimit(text),
        ValueForm.Lexicographic => text is "-" or "+" || (text.Length > 0 && text[0] is '[' or '('),
        ValueForm.Longitude => IsNumber(text) && !(ValueOf(text) is { } degrees && Math.Abs(degrees) > MostLongitude),
        ValueForm.Latitude => IsNumber(text) && !(ValueOf(text) is { } degrees && Math.Abs(degrees) > MostLatitude),
        ValueForm.Distance or ValueForm.Timeout => IsNumber(text) && !(ValueOf(text) < 0),
        ValueForm.Rank => ConstantValues.IntegerOf(text) is not (0 or long.MinValue),
        ValueForm.Encoding => IsEncoding(text),
        ValueForm.FieldOffset => IsFieldOffset(text),
        ValueForm.Cursor => IsCursor(text),
        ValueForm.StreamId => IsStreamId(text),
        ValueForm.StreamLimit => text is "-" or "+" || IsStreamId(text.StartsWith("(", StringComparison.Ordinal) ? text.Substring(1) : text),
        ValueForm.NewStreamId => text == "*" || (IsStreamId(text.EndsWith("-*", StringComparison.Ordinal) ? text.Substring(0, text.Length - 2) : text) && text is not ("0-0" or "0")),
        ValueForm.ReadId => text is "$" or "+" || IsStreamId(text),
        ValueForm.ReadGroupId => text == ">" || IsStreamId(text),
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    public static string NameOf(ValueForm form) => form switch
    {
        ValueForm.Integer => "an integer",
        ValueForm.Number => "a number",
        ValueForm.FiniteNumber => "a finite number",
        ValueForm.ScoreLimit => "a score, '(' and a score, '-inf' or '+inf'",
        ValueForm.Lexicographic => "'-', '+', or a member after '[' or '('",
        ValueForm.Longitude => "a number from -180 to 180",
        ValueForm.Latitude => "a number from -85.05112878 to 85.05112878",
        ValueForm.Distance or ValueForm.Timeout => "a number of at least 0",
        ValueForm.Rank => "an integer other than 0",
        ValueForm.Encoding => "'i1' to 'i64' or 'u1' to 'u63'",
        ValueForm.FieldOffset => "a bit offset, or '#' and the number of the field",
        ValueForm.Cursor => "the cursor of an earlier reply, or 0",
        ValueForm.StreamId => "an entry id such as '1700000000000-0'",
        ValueForm.StreamLimit => "'-', '+' or an entry id, which may follow '('",
        ValueForm.NewStreamId => "'*' or an entry id above '0-0'",
        ValueForm.ReadId => "'$' or an entry id",
        ValueForm.ReadGroupId => "'>' or an entry id",
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    /// <summary>A text that <c>strtod</c> reads to its end; a NUL ends it for some servers, so it is accepted.</summary>
    private static bool IsNumber(string text)
    {
        if (text.IndexOf('\0') >= 0)
        {
            return true;
        }

        if (text.Length == 0 || char.IsWhiteSpace(text[0]))
        {
            return false;
        }

        var digits = text[0] is '+' or '-' ? text.Substring(1) : text;
        return digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase) || IsInfinite(text)
            || (digits.Length > 0 && digits[0] is (>= '0' and <= '9') or '.' && ValueOf(text) is not null);
    }

    private static bool IsInfinite(string text) => text.TrimStart('+', '-').ToLowerInvariant() is "inf" or "infinity";

    /// <summary>The number that a text is, also an infinity.</summary>
    public static double? ValueOf(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
            ? value
            : IsInfinite(text) ? (text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity)
            : null;

    /// <summary>Like a number, but white space may come first, and nothing at all is 0.</summary>
    private static bool IsScoreLimit(string text)
    {
        var number = (text.StartsWith("(", StringComparison.Ordinal) ? text.Substring(1) : text).TrimStart(' ', '\t', '\n', '\v', '\f', '\r');
        return number.Length == 0 || IsNumber(number);
    }

    private static bool IsEncoding(string text) =>
        text.Length > 1 && text[0] is 'i' or 'u' or 'I' or 'U' && ConstantValues.IntegerOf(text.Substring(1)) is >= 1 and var bits && bits <= (text[0] is 'i' or 'I' ? 64 : 63);

    private static bool IsFieldOffset(string text) =>
        ConstantValues.IntegerOf(text.StartsWith("#", StringComparison.Ordinal) ? text.Substring(1) : text) is >= 0 and <= uint.MaxValue;

    private static bool IsCursor(string text)
    {
        var digits = text.TrimStart('+', '-');
        return text.IndexOf('\0') >= 0 || (digits.Length >= text.Length - 1 && digits.All(c => c is >= '0' and <= '9') && (digits.Length == 0 || ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out _)));
    }

    /// <summary><c>ms</c> or <c>ms-seq</c>, both unsigned 64-bit integers. A NUL ends it for servers, so what follows may be anything.</summary>
    private static bool IsStreamId(string text)
    {
        if (text.IndexOf('\0') >= 0)
        {
            return true;
        }

        // strtoull skips white space and a plus sign.
        var parts = Array.ConvertAll(text.Split('-'), part => part.TrimStart(' ', '\t', '\n', '\v', '\f', '\r').TrimStart('+'));
        return parts.Length <= 2 && parts.All(part => part.Length > 0 && part.All(c => c is >= '0' and <= '9') && ulong.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _));
    }
}
