using System.Globalization;
using System.Text;

namespace LuaGen.Tests.Corpus;

/// <summary>Reads the words and the expected reply of one line. Works on bytes, because words may be any bytes.</summary>
internal sealed class CorpusScanner(byte[] line)
{
    private int _position;

    private byte Current => _position < line.Length ? line[_position] : (byte)0;

    private bool AtEnd => _position == line.Length;

    /// <summary>The words up to the end, or up to a bare <c>=&gt;</c>, which is consumed.</summary>
    public IReadOnlyList<byte[]> Words()
    {
        var words = new List<byte[]>();
        for (SkipBlanks(); !AtEnd; SkipBlanks())
        {
            switch (Current)
            {
                case (byte)'"':
                    words.Add(Quoted());
                    break;
                case (byte)'\'':
                    words.Add(Raw());
                    break;
                default:
                    var word = Until(" \t\"'"u8);
                    if (word.AsSpan().SequenceEqual("=>"u8))
                    {
                        return words;
                    }

                    words.Add(word);
                    break;
            }

            if (!AtEnd && Current != ' ' && Current != '\t')
            {
                throw new FormatException($"a blank is missing at byte {_position}");
            }
        }

        return words;
    }

    /// <summary>The rest of the line as a reply; null when nothing is left.</summary>
    public ExpectedReply? Reply()
    {
        SkipBlanks();
        if (AtEnd)
        {
            return null;
        }

        if (Take("error "u8))
        {
            var rest = Encoding.UTF8.GetString(line.AsSpan(_position)).Split(' ', 2);
            return new ExpectedReply.Error(rest[0], rest.Length == 2 ? rest[1] : "");
        }

        var reply = Value();
        SkipBlanks();
        return AtEnd ? reply : throw new FormatException($"nothing is expected after the reply, at byte {_position}");
    }

    private ExpectedReply Value()
    {
        SkipBlanks();
        switch (Current)
        {
            case (byte)'"':
                return new ExpectedReply.Bulk(Quoted());
            case (byte)'[':
                return Array();
            case (byte)'*':
                _position++;
                return new ExpectedReply.Any();
            case (byte)'+':
                _position++;
                return new ExpectedReply.Status(Encoding.UTF8.GetString(Until(" ,]"u8)));
        }

        var word = Encoding.UTF8.GetString(Until(" ,]"u8));
        return word == "null" ? new ExpectedReply.Nil()
            : long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? new ExpectedReply.Integer(number)
            : throw new FormatException($"'{word}' is no reply");
    }

    private ExpectedReply.Array Array()
    {
        _position++;
        var elements = new List<ExpectedReply>();
        SkipBlanks();
        while (!Take("]"u8))
        {
            elements.Add(Value());
            SkipBlanks();
            if (!Take(","u8) && Current != ']')
            {
                throw new FormatException($"an array goes on with , or ], at byte {_position}");
            }

            SkipBlanks();
        }

        return new(elements);
    }

    private byte[] Quoted()
    {
        var bytes = new List<byte>();
        for (_position++; !AtEnd && Current != '"'; _position++)
        {
            bytes.Add(Current == '\\' ? Escaped() : Current);
        }

        return Take("\""u8) ? [.. bytes] : throw new FormatException("a \" is missing");
    }

    private byte Escaped()
    {
        _position++;
        switch (Current)
        {
            case (byte)'n':
                return (byte)'\n';
            case (byte)'r':
                return (byte)'\r';
            case (byte)'t':
                return (byte)'\t';
            case (byte)'"' or (byte)'\\':
                return Current;
            case (byte)'x' when _position + 2 < line.Length:
                _position += 2;
                return Convert.FromHexString(Encoding.ASCII.GetString(line, _position - 1, 2))[0];
            default:
                throw new FormatException($"unknown escape at byte {_position}");
        }
    }

    private byte[] Raw()
    {
        _position++;
        var word = Until("'"u8);
        return Take("'"u8) ? word : throw new FormatException("a ' is missing");
    }

    private byte[] Until(ReadOnlySpan<byte> ends)
    {
        var rest = line.AsSpan(_position);
        var length = rest.IndexOfAny(ends);
        length = length < 0 ? rest.Length : length;
        _position += length;
        return rest[..length].ToArray();
    }

    private bool Take(ReadOnlySpan<byte> text)
    {
        if (!line.AsSpan(_position).StartsWith(text))
        {
            return false;
        }

        _position += text.Length;
        return true;
    }

    private void SkipBlanks()
    {
        while (Current is (byte)' ' or (byte)'\t')
        {
            _position++;
        }
    }
}
