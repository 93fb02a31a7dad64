using System.Globalization;

namespace LuaGen.Language.Header.Loose;

/// <summary>An element of <c>KEYS</c> or <c>ARGV</c> as people write it: <c>KEYS[1]</c>, <c>argv[2]</c>, <c>KEYS[2..n]</c>.</summary>
/// <param name="Start">The offset in the line.</param>
/// <param name="End">The offset after the bracket.</param>
/// <param name="IsKey">Whether it is an element of <c>KEYS</c>.</param>
/// <param name="Index">The number; <see langword="null"/> if the brackets hold none.</param>
/// <param name="IsRest">Whether it covers all elements from there onward.</param>
internal readonly record struct LooseIndex(int Start, int End, bool IsKey, int? Index, bool IsRest)
{
    /// <summary>The last index of a range: 3 of <c>ARGV[1-3]</c>.</summary>
    public int? Last { get; init; }

    /// <summary>A longer text between the brackets is not an index.</summary>
    private const int MaxLength = 16;

    private static readonly string[] RestMarks = ["...", "..", "…", "+", "-"];

    /// <summary>The element at an offset, or <see langword="null"/>.</summary>
    public static LooseIndex? At(string text, int start)
    {
        var position = start;
        var hasTick = position < text.Length && text[position] == '`';
        position += hasTick ? 1 : 0;
        if (TableAt(text, position) is not { } isKey || (start > 0 && IsWordCharacter(text[start - 1])))
        {
            return null;
        }

        position += 4;
        while (position < text.Length && text[position] == ' ')
        {
            position++;
        }

        if (position == text.Length || text[position] != '[')
        {
            return null;
        }

        var close = text.IndexOf(']', position, Math.Min(MaxLength, text.Length - position));
        if (close < 0)
        {
            return new LooseIndex(start, text.Length, isKey, Index: null, IsRest: false);
        }

        var inner = text.Substring(position + 1, close - position - 1).Trim();
        var (index, isRest) = Parse(inner);
        var end = close + 1 + (hasTick && close + 1 < text.Length && text[close + 1] == '`' ? 1 : 0);
        return index is null && RangeOf(inner) is var (first, last)
            ? new LooseIndex(start, end, isKey, first, IsRest: false) { Last = last }
            : new LooseIndex(start, end, isKey, index, isRest);
    }

    /// <summary><c>1-3</c>, <c>1..3</c></summary>
    private static (int First, int Last)? RangeOf(string inner)
    {
        var parts = inner.Split(['-', '–', '.', '…', ','], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2 && int.TryParse(parts[0].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(parts[1].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var last) && first > 0 && last > first && last < 1000 && !inner.StartsWith("-", StringComparison.Ordinal)
            ? (first, last)
            : null;
    }

    /// <summary>Whether a word names one of the tables: true for <c>KEYS</c>, false for <c>ARGV</c>, in any case.</summary>
    public static bool? TableAt(string text, int start) =>
        string.Compare(text, start, "KEYS", 0, 4, StringComparison.OrdinalIgnoreCase) == 0 ? true
        : string.Compare(text, start, "ARGV", 0, 4, StringComparison.OrdinalIgnoreCase) == 0 ? false
        : null;

    private static (int? Index, bool IsRest) Parse(string inner)
    {
        var digits = inner.TakeWhile(c => c is >= '0' and <= '9').Count();
        if (digits == 0)
        {
            return (null, false);
        }

        var index = int.TryParse(inner.Substring(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : int.MaxValue;
        var rest = inner.Substring(digits).Trim();
        if (rest.Length == 0)
        {
            return (index, false);
        }

        // "[2..n]", "[2-N]", "[2...]": a number at the end would name one element, and is not an open end.
        var mark = RestMarks.FirstOrDefault(candidate => rest.StartsWith(candidate, StringComparison.Ordinal));
        var end = mark is null ? rest : rest.Substring(mark.Length).Trim();
        return mark is not null && !end.Any(char.IsDigit) && end.Length <= 6 ? (index, true) : (null, false);
    }

    private static bool IsWordCharacter(char c) => c == '_' || char.IsLetterOrDigit(c);
}
