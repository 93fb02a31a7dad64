using System.Globalization;

namespace LuaGen.Language.Syntax;

/// <summary>Numbers, and the tokens that begin with a dot.</summary>
internal sealed partial class Lexer
{
    private TokenKind ScanDots(ref Token token)
    {
        if (Characters.IsDigit(Peek(1)))
        {
            return ScanNumber(ref token);
        }

        _position++;
        return !TryTakeOrNul('.') ? TokenKind.Dot
            : !TryTakeOrNul('.') ? TokenKind.DotDot
            : TokenKind.DotDotDot;
    }

    /// <summary>
    /// Like the reference lexer, first takes every character that may belong to a number and then checks the result:
    /// <c>3..2</c> is one malformed number, and <c>0x1.8</c> is two adjacent numbers.
    /// </summary>
    private TokenKind ScanNumber(ref Token token)
    {
        if (TryScanSmallInteger(ref token))
        {
            return TokenKind.Number;
        }

        var start = _position;
        do
        {
            _position++;
        }
        while (Characters.IsDigit(Peek()) || Peek() == '.');
        if (TryTakeOrNul('E', 'e'))
        {
            _ = TryTakeOrNul('+', '-');
        }

        while (Characters.IsNamePart(Peek()))
        {
            _position++;
        }

        var digits = text.Substring(start, _position - start);
        if (!TryParse(digits, out token.Number))
        {
            if (Fault())
            {
                findings.MalformedNumber(OnThisLine(start), digits);
            }
        }

        return TokenKind.Number;
    }

    /// <summary>The fast path for almost every number in a script: a few digits, and nothing after them that could continue the number.</summary>
    private bool TryScanSmallInteger(ref Token token)
    {
        var source = text;
        var end = _position;
        var value = 0;
        for (; (uint)end < (uint)source.Length && Characters.IsDigit(source[end]); end++)
        {
            value = unchecked((value * 10) + (source[end] - '0'));
        }

        var next = end < source.Length ? source[end] : '\n';
        if (end == _position || end - _position > 9 || next is '.' or '\0' || Characters.IsNamePart(next))
        {
            return false;
        }

        _position = end;
        token.Number = value;
        return true;
    }

    /// <summary>
    /// Takes the character, or a NUL: the reference lexer uses C's <c>strchr</c>, which also matches the NUL at the end of
    /// every set.
    /// </summary>
    private bool TryTakeOrNul(char c, char other = '\0')
    {
        if (_position >= text.Length || !(text[_position] == c || text[_position] == other || text[_position] == '\0'))
        {
            return false;
        }

        _position++;
        return true;
    }

    /// <summary>Parses what C's <c>strtod</c> and <c>strtoul</c> consume completely; both stop at a NUL.</summary>
    private static bool TryParse(string digits, out double value)
    {
        var nul = digits.IndexOf('\0');
        if (nul >= 0)
        {
            digits = digits.Substring(0, nul);
        }

        if (digits.Length > 1 && digits[0] == '0' && digits[1] is 'x' or 'X')
        {
            return TryParseHexadecimal(digits, out value);
        }

        value = 0;
        if (!IsDecimal(digits))
        {
            return false;
        }

        // .NET Framework refuses a value that is too large for a double; C returns infinity.
        const NumberStyles style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(digits, style, CultureInfo.InvariantCulture, out value))
        {
            value = double.PositiveInfinity;
        }

        return true;
    }

    /// <summary>Digits with at most one decimal point, then an optional exponent.</summary>
    private static bool IsDecimal(string digits)
    {
        var i = 0;
        var mantissa = CountDigits(digits, ref i);
        if (i < digits.Length && digits[i] == '.')
        {
            i++;
            mantissa += CountDigits(digits, ref i);
        }

        if (i < digits.Length && digits[i] is 'e' or 'E')
        {
            i++;
            if (i < digits.Length && digits[i] is '+' or '-')
            {
                i++;
            }

            mantissa = CountDigits(digits, ref i) == 0 ? 0 : mantissa;
        }

        return mantissa > 0 && i == digits.Length;
    }

    private static int CountDigits(string digits, ref int i)
    {
        var start = i;
        while (i < digits.Length && Characters.IsDigit(digits[i]))
        {
            i++;
        }

        return i - start;
    }

    /// <summary>Hexadecimal digits, then an optional binary exponent; the lexer does not take a sign in that exponent.</summary>
    private static bool TryParseHexadecimal(string digits, out double value)
    {
        value = 0;
        var i = 2;
        for (; i < digits.Length && Characters.IsHexDigit(digits[i]); i++)
        {
            var c = digits[i];
            value = (value * 16) + (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
        }

        if (i == 2 || i == digits.Length)
        {
            return i > 2;
        }

        var exponentStart = i + 1;
        if (digits[i] is not ('p' or 'P') || exponentStart == digits.Length)
        {
            return false;
        }

        var exponent = 0;
        for (i = exponentStart; i < digits.Length && Characters.IsDigit(digits[i]); i++)
        {
            exponent = Math.Min((exponent * 10) + (digits[i] - '0'), 100_000);
        }

        // 0 × infinity would be NaN.
        value = value == 0 ? 0 : value * Math.Pow(2, exponent);
        return i == digits.Length;
    }
}
