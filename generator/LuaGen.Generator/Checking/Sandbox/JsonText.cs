namespace LuaGen.Generator.Checking.Sandbox;

/// <summary>
/// Reads JSON as the server's <c>cjson</c> does, which takes more than JSON: hexadecimal numbers, leading zeros,
/// infinities and control characters in strings. A test holds both against each other.
/// </summary>
internal struct JsonText
{
    /// <summary>The server gives up deeper.</summary>
    private const int MaxDepth = 1000;

    private readonly string _text;
    private int _position;
    private string? _fault;

    private JsonText(string text) => _text = text;

    /// <summary>Why the text is refused; <see langword="null"/> where it is read, or where its bytes are not known.</summary>
    public static string? FaultOf(string text)
    {
        if (text.IndexOf('\uFFFD') >= 0)
        {
            return null;
        }

        var reader = new JsonText(text);
        reader.ReadDocument();
        return reader._fault;
    }

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    /// <summary>Without recursion: what is open stands on a stack.</summary>
    private void ReadDocument()
    {
        var open = new Stack<char>();
        if (_text.Length > 1 && (_text[0] == '\0' || _text[1] == '\0'))
        {
            Fail("it holds NUL characters");
        }

        do
        {
            if (!ReadBeginning(open))
            {
                ReadEnds(open);
            }
        }
        while (_fault is null && open.Count > 0);

        SkipBlanks();
        if (Current != '\0')
        {
            Fail($"{Found()} stands behind its end");
        }
    }

    /// <summary>A value as far as its first bracket; whether one was opened that holds something.</summary>
    private bool ReadBeginning(Stack<char> open)
    {
        SkipBlanks();
        switch (Current)
        {
            case '{' or '[':
                var close = Current == '{' ? '}' : ']';
                _position++;
                SkipBlanks();
                if (open.Count >= MaxDepth)
                {
                    Fail("it is nested too deep");
                }
                else if (Current == close)
                {
                    _position++;
                    return false;
                }

                open.Push(close);
                ReadKey(close);
                return true;
            case '"':
                ReadString();
                return false;
            case 't' when TryTake("true"):
            case 'f' when TryTake("false"):
            case 'n' when TryTake("null"):
                return false;
            default:
                if (!TryReadNumber())
                {
                    Fail($"{Found()} stands where a value is wanted");
                }

                return false;
        }
    }

    /// <summary>The brackets that close behind a value, and the comma before the next one.</summary>
    private void ReadEnds(Stack<char> open)
    {
        while (_fault is null && open.Count > 0)
        {
            SkipBlanks();
            if (Current == open.Peek())
            {
                _position++;
                open.Pop();
            }
            else if (Current == ',')
            {
                _position++;
                ReadKey(open.Peek());
                return;
            }
            else
            {
                Fail($"{Found()} stands where a comma or \"{open.Peek()}\" is wanted");
            }
        }
    }

    private void ReadKey(char close)
    {
        if (close != '}')
        {
            return;
        }

        SkipBlanks();
        if (Current != '"')
        {
            Fail($"{Found()} stands where a name in double quotes is wanted");
            return;
        }

        ReadString();
        SkipBlanks();
        if (Current != ':')
        {
            Fail($"{Found()} stands where a colon is wanted");
            return;
        }

        _position++;
    }

    private void ReadString()
    {
        for (_position++; Current != '"'; _position++)
        {
            if (Current == '\0')
            {
                Fail("a string does not end");
                return;
            }

            if (Current == '\\' && !TryReadEscape())
            {
                Fail($"\"\\{(_position < _text.Length ? _text[_position] : ' ')}\" is no escape");
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
            if (!Syntax.Characters.IsNamePart(_text[i]))
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

    private void SkipBlanks()
    {
        while (Current is ' ' or '\t' or '\n' or '\r')
        {
            _position++;
        }
    }

    private bool TryTake(string word)
    {
        if (string.CompareOrdinal(_text, _position, word, 0, word.Length) != 0)
        {
            return false;
        }

        _position += word.Length;
        return true;
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

    private readonly string Found() => _position >= _text.Length ? "its end" : $"\"{Syntax.SyntaxFindings.Shorten(_text[_position].ToString())}\" at character {_position + 1}";

    private void Fail(string fault) => _fault ??= fault;
}
