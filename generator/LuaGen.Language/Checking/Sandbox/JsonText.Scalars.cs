namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Strings and numbers.</summary>
internal partial struct JsonText
{
    private void ReadString()
    {
        for (_position++; Current != '"'; _position++)
        {
            if (Current == '\0')
            {
                Fail("unterminated string");
                return;
            }

            if (Current == '\\' && !TryReadEscape())
            {
                Fail($"`\\{(_position < _text.Length ? _text[_position] : ' ')}` is not an escape");
                return;
            }
        }

        _position++;
    }

    private bool TryReadEscape()
    {
        _position++;
        if (Current != 'u')
        {
            return Current != '\0' && "\"\\/bfnrt".IndexOf(Current) >= 0;
        }

        var unit = HexAt(_position + 1);
        if (unit is >= 0xD800 and <= 0xDFFF)
        {
            var isPair = unit < 0xDC00 && _position + 6 < _text.Length && _text[_position + 5] == '\\' && _text[_position + 6] == 'u'
                && HexAt(_position + 7) is >= 0xDC00 and <= 0xDFFF;
            _position += 10;
            return isPair;
        }

        _position += 4;
        return unit >= 0;
    }

    private readonly int HexAt(int start)
    {
        var value = 0;
        for (var i = start; i < start + 4; i++)
        {
            var digit = i < _text.Length ? "0123456789abcdef".IndexOf(char.ToLowerInvariant(_text[i])) : -1;
            if (digit < 0)
            {
                return -1;
            }

            value = (value * 16) + digit;
        }

        return value;
    }

    /// <summary>C's <c>strtod</c>.</summary>
    private bool TryReadNumber()
    {
        var start = _position;
        if (Current is '-' or '+')
        {
            _position++;
        }

        if (TryTakeWord("infinity") || TryTakeWord("inf"))
        {
            return true;
        }

        if (TryTakeWord("nan"))
        {
            SkipPayload();
            return true;
        }

        var isHex = Current == '0' && _position + 2 < _text.Length && (_text[_position + 1] | 0x20) == 'x'
            && (IsHexDigit(_text[_position + 2]) || (_text[_position + 2] == '.' && _position + 3 < _text.Length && IsHexDigit(_text[_position + 3])));
        _position += isHex ? 2 : 0;
        var digits = SkipDigits(isHex);
        if (Current == '.' && (digits > 0 || isHex || _position > start))
        {
            _position++;
            digits += SkipDigits(isHex);
        }

        if (digits == 0)
        {
            _position = start;
            return false;
        }

        SkipExponent(isHex ? 'p' : 'e');
        return true;
    }

    /// <summary><c>nan(1)</c></summary>
    private void SkipPayload()
    {
        var end = Current == '(' ? _text.IndexOf(')', _position) : -1;
        for (var i = _position + 1; i < end; i++)
        {
            if (!Characters.IsNamePart(_text[i]))
            {
                return;
            }
        }

        _position = end < 0 ? _position : end + 1;
    }

    private void SkipExponent(char mark)
    {
        var start = _position;
        if ((Current | 0x20) != mark)
        {
            return;
        }

        _position++;
        if (Current is '+' or '-')
        {
            _position++;
        }

        if (SkipDigits(isHex: false) == 0)
        {
            _position = start;
        }
    }

    private int SkipDigits(bool isHex)
    {
        var start = _position;
        while (Current is >= '0' and <= '9' || (isHex && IsHexDigit(Current)))
        {
            _position++;
        }

        return _position - start;
    }

    private bool TryTakeWord(string word)
    {
        if (string.Compare(_text, _position, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0)
        {
            return false;
        }

        _position += word.Length;
        return true;
    }

    private static bool IsHexDigit(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
