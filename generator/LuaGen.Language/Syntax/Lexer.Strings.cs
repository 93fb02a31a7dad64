using System.Text;

namespace LuaGen.Language.Syntax;

/// <summary>Quoted strings.</summary>
internal sealed partial class Lexer
{
    private TokenKind ScanQuotedString(ref Token token, char quote)
    {
        var source = text;
        var start = ++_position;
        var hash = 0;
        for (var end = start; (uint)end < (uint)source.Length; end++)
        {
            var c = source[end];
            if (c == quote)
            {
                _position = end + 1;
                token.Symbol = symbols.Get(source.AsSpan(start, end - start), hash);
                return TokenKind.String;
            }

            if (c is '\\' or '\n' or '\r')
            {
                break;
            }

            hash = StringTable.Hash(hash, c);
        }

        token.Symbol = symbols.Get(ScanEscapedString(token.Start, quote));
        return TokenKind.String;
    }

    /// <summary>A string with escapes, or one that is not terminated on its line.</summary>
    private string ScanEscapedString(int start, char quote)
    {
        var value = new StringBuilder();
        while (true)
        {
            if (_position >= text.Length || Characters.IsLineEnd(text[_position]))
            {
                if (Fault())
                {
                    findings.UnfinishedString(OnThisLine(start), quote);
                }
                break;
            }

            var c = text[_position++];
            if (c == quote)
            {
                break;
            }

            if (c == '\\')
            {
                ScanEscape(value);
            }
            else
            {
                value.Append(c);
            }
        }

        return ByteStrings.Canonical(value.ToString());
    }

    /// <summary>The characters after a backslash. In Lua 5.1 an unknown escape is the character itself: <c>\x</c> is <c>x</c>.</summary>
    private void ScanEscape(StringBuilder value)
    {
        if (_position >= text.Length)
        {
            return;
        }

        var c = text[_position];
        if (Characters.IsLineEnd(c))
        {
            TakeLineEnd();
            value.Append('\n');
        }
        else if (Characters.IsDigit(c))
        {
            ScanDecimalEscape(value);
        }
        else
        {
            _position++;
            value.Append(c switch
            {
                'a' => '\a',
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'v' => '\v',
                _ => c,
            });
        }
    }

    /// <summary>Up to three decimal digits: one byte.</summary>
    private void ScanDecimalEscape(StringBuilder value)
    {
        var start = _position;
        var code = 0;
        while (_position - start < 3 && Characters.IsDigit(Peek()))
        {
            code = (code * 10) + (text[_position++] - '0');
        }

        if (code <= byte.MaxValue)
        {
            value.Append(ByteStrings.FromByte((byte)code));
            return;
        }

        if (Fault())
        {
            findings.EscapeTooLarge(OnThisLine(start - 1), code);
        }
    }
}
