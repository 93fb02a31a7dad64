namespace LuaGen.Language.Checking.Sandbox;

/// <summary>
/// Parses JSON as the server's <c>cjson</c> does. It accepts more than JSON: hexadecimal numbers, leading zeros,
/// infinities, and control characters in strings. A test compares the two.
/// </summary>
internal partial struct JsonText
{
    /// <summary>The nesting depth at which the server refuses the text.</summary>
    private const int MaxDepth = 1000;

    private readonly string _text;
    private int _position;
    private string? _fault;

    private JsonText(string text) => _text = text;

    /// <summary>Why the server refuses the text; <see langword="null"/> if it accepts it, or if the bytes are unknown.</summary>
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

    /// <summary>Not recursive: a stack holds the open brackets.</summary>
    private void ReadDocument()
    {
        var open = new Stack<char>();
        if (_text.Length > 1 && (_text[0] == '\0' || _text[1] == '\0'))
        {
            Fail("it contains NUL characters");
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
            Fail($"unexpected {Found()} after the end");
        }
    }

    /// <summary>Reads a value up to its first bracket; returns whether a bracket was opened that is not empty.</summary>
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
                    Fail("it is nested too deeply");
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
                    Fail($"expected a value, found {Found()}");
                }

                return false;
        }
    }

    /// <summary>Reads the closing brackets after a value, and the comma before the next value.</summary>
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
                Fail($"expected a comma or `{open.Peek()}`, found {Found()}");
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
            Fail($"expected a name in double quotes, found {Found()}");
            return;
        }

        ReadString();
        SkipBlanks();
        if (Current != ':')
        {
            Fail($"expected a colon, found {Found()}");
            return;
        }

        _position++;
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

    private readonly string Found() => _position >= _text.Length ? "the end" : $"`{Syntax.SyntaxFindings.Shorten(_text[_position].ToString())}` at character {_position + 1}";

    private void Fail(string fault) => _fault ??= fault;
}
