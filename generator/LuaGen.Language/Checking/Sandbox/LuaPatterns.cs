using System.Globalization;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Finds what the pattern functions of Lua 5.1 (<c>lstrlib.c</c>) cannot read.</summary>
internal static class LuaPatterns
{
    private const int MaxCaptures = 32;

    /// <summary>Why a pattern is malformed; <see langword="null"/> if it is not.</summary>
    public static string? FaultOf(string pattern)
    {
        var open = new List<bool>();
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '(':
                    open.Add(i + 1 >= pattern.Length || pattern[i + 1] != ')');
                    i += i + 1 < pattern.Length && pattern[i + 1] == ')' ? 1 : 0;
                    if (open.Count > MaxCaptures)
                    {
                        return "too many captures";
                    }

                    break;
                case ')':
                    var last = open.LastIndexOf(true);
                    if (last < 0)
                    {
                        return "a ')' without '('; write `%)` for the character";
                    }

                    open[last] = false;
                    break;
                case '%':
                    if (FaultOfEscape(pattern, ref i, open) is { } fault)
                    {
                        return fault;
                    }

                    break;
                case '[':
                    i = EndOfSet(pattern, i);
                    if (i < 0)
                    {
                        return "a '[' without ']'; write `%[` for the character";
                    }

                    break;
            }
        }

        return open.Contains(true) ? "a '(' without ')'; write `%(` for the character" : null;
    }

    /// <summary>Why the replacement text of <c>string.gsub</c> is malformed.</summary>
    public static string? FaultOfReplacement(string replacement, string pattern)
    {
        var captures = CapturesIn(pattern);
        for (var i = 0; i < replacement.Length; i++)
        {
            if (replacement[i] != '%')
            {
                continue;
            }

            i++;
            if (i < replacement.Length && replacement[i] is >= '1' and <= '9' && replacement[i] - '0' > Math.Max(1, captures))
            {
                return string.Format(CultureInfo.InvariantCulture, "'%{0}', because the pattern has {1}", replacement[i], captures == 0 ? "no captures" : captures == 1 ? "1 capture" : $"{captures} captures");
            }
        }

        return null;
    }

    private static int CapturesIn(string pattern)
    {
        var count = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '%':
                    i++;
                    break;
                case '[':
                    i = Math.Max(i, EndOfSet(pattern, i));
                    break;
                case '(':
                    count++;
                    break;
            }
        }

        return count;
    }

    /// <summary><c>%b()</c>, <c>%f[set]</c>, <c>%1</c>, <c>%a</c></summary>
    private static string? FaultOfEscape(string pattern, ref int i, List<bool> open)
    {
        if (++i >= pattern.Length)
        {
            return "a '%' at the end; write `%%` for the character";
        }

        switch (pattern[i])
        {
            case 'b':
                i += 2;
                return i >= pattern.Length ? "'%b' without two characters after it" : null;
            case 'f':
                if (i + 1 >= pattern.Length || pattern[i + 1] != '[')
                {
                    return "'%f' without '[' after it";
                }

                i = EndOfSet(pattern, i + 1);
                return i < 0 ? "a '[' without ']'" : null;
            case >= '0' and <= '9' and var digit:
                return digit == '0' || digit - '0' > open.Count || open[digit - '1'] ? $"'%{digit}' without such a capture before it" : null;
            default:
                return null;
        }
    }

    /// <summary>The position of the <c>]</c> that ends a set; -1 if there is none.</summary>
    private static int EndOfSet(string pattern, int start)
    {
        var i = start + 1;
        if (i < pattern.Length && pattern[i] == '^')
        {
            i++;
        }

        // The first character belongs to the set, even if it is "]".
        do
        {
            if (i >= pattern.Length)
            {
                return -1;
            }

            i += pattern[i] == '%' ? 2 : 1;
        }
        while (i < pattern.Length && pattern[i] != ']');
        return i < pattern.Length ? i : -1;
    }
}
